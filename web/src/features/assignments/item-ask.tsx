// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { Prose } from '@/shared/prose';
import { DetailsView } from '@/shared/service-form/details-view';
import { useServiceType } from '@/shared/service-form/types-query';
import { withoutAnswered } from '@/shared/unanswered';

/** What one item of a plan asks for, and what findings add to its pay. */
export function ItemAsk({ submission }: { submission: Schema<'Submission'> }) {
  const { t } = useTranslation('assignments');
  const type = useServiceType(submission.service_type);
  const { title, instructions, details, quantity, bonus_cap_minor, bonus_minor, currency } = submission;
  const cap = money(bonus_cap_minor, currency);
  return (
    <Panel title={<span dir="auto">{title}</span>} aside={quantity > 1 && <span className="text-small text-soft">{t('ask.quantity', { count: quantity })}</span>}>
      <Prose text={instructions} />
      {type && (
        <div className="mt-4">
          <DetailsView type={withoutAnswered(type)} details={details} />
        </div>
      )}
      {bonus_cap_minor > 0 && <p className="mt-3 text-small text-soft">{bonus_minor > 0 ? t('ask.bonusSoFar', { amount: money(bonus_minor, currency), cap }) : t('ask.bonus', { cap })}</p>}
    </Panel>
  );
}
