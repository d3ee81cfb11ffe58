// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Menu } from '@/components/menu';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

export type Decision = 'approve' | 'partial' | 'ask' | 'changes' | 'reject' | 'conduct';

type DecisionBarProps = { submission: Schema<'Submission'>; onDecide: (decision: Decision) => void };

/** Always in reach: the decisions, with what findings have earned so far. What is rarer stands in the menu. */
export function DecisionBar({ submission, onDecide }: DecisionBarProps) {
  const { t } = useTranslation('reviews');
  const { bonus_cap_minor, bonus_minor, currency, changes_left, info_rounds_left, item_id } = submission;
  const hasChanges = item_id !== null;
  const mayAsk = info_rounds_left > 0;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-10 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
      <div className="me-auto text-small text-soft">
        {bonus_cap_minor > 0 && <p>{t('desk.bonus', { amount: money(bonus_minor, currency), cap: money(bonus_cap_minor, currency) })}</p>}
        <p className="max-md:hidden">{t(hasChanges ? 'desk.hintItem' : 'desk.hint')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-3 max-md:w-full">
        <Menu
          label={t('desk.more')}
          side="above"
          edge="start"
          trigger={<EllipsisHorizontalIcon className="size-6" />}
          items={[
            { label: t('desk.partial'), onSelect: () => onDecide('partial') },
            ...(hasChanges && mayAsk ? [{ label: t('keys.ask'), onSelect: () => onDecide('ask') }] : []),
            { label: t('desk.conduct'), isDanger: true, onSelect: () => onDecide('conduct') },
          ]}
        />
        <Button kind="danger" onClick={() => onDecide('reject')} className="max-md:flex-1">
          {t('desk.reject')}
        </Button>
        {hasChanges ? (
          <Button disabled={changes_left === 0} onClick={() => onDecide('changes')} className="max-md:flex-1">
            {t(changes_left === 0 ? 'desk.noChanges' : 'desk.changes')}
          </Button>
        ) : (
          <Button disabled={!mayAsk} onClick={() => onDecide('ask')} className="max-md:flex-1">
            {t(mayAsk ? 'desk.ask' : 'desk.noAsk')}
          </Button>
        )}
        <Button kind="primary" onClick={() => onDecide('approve')} className="max-md:flex-1">
          {t('desk.approve')}
        </Button>
      </div>
    </div>
  );
}
