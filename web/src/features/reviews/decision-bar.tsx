// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

export type Decision = 'approve' | 'changes' | 'reject';

type DecisionBarProps = { submission: Schema<'Submission'>; onDecide: (decision: Decision) => void };

/** Always in reach: the decisions, with what findings have earned so far. */
export function DecisionBar({ submission, onDecide }: DecisionBarProps) {
  const { t } = useTranslation('reviews');
  const { bonus_cap_minor, bonus_minor, currency, changes_left, item_id } = submission;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-10 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
      <div className="me-auto text-small text-soft">
        {bonus_cap_minor > 0 && <p>{t('desk.bonus', { amount: money(bonus_minor, currency), cap: money(bonus_cap_minor, currency) })}</p>}
        <p className="max-md:hidden">{t(item_id === null ? 'desk.hint' : 'desk.hintItem')}</p>
      </div>
      <div className="flex flex-wrap gap-3 max-md:w-full">
        <Button kind="danger" onClick={() => onDecide('reject')} className="max-md:flex-1">
          {t('desk.reject')}
        </Button>
        {item_id !== null && (
          <Button disabled={changes_left === 0} onClick={() => onDecide('changes')} className="max-md:flex-1">
            {t(changes_left === 0 ? 'desk.noChanges' : 'desk.changes')}
          </Button>
        )}
        <Button kind="primary" onClick={() => onDecide('approve')} className="max-md:flex-1">
          {t('desk.approve')}
        </Button>
      </div>
    </div>
  );
}
