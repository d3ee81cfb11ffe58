// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { money } from '@/lib/format';

type Budgeted = { budget_low_minor: number | null; budget_high_minor: number | null };

/** What a builder has in mind for a seat, in words; null when they leave it to the bids. */
export function useBudgetText(): (work: Budgeted, currency: string) => string | null {
  const { t } = useTranslation('bids');
  return ({ budget_low_minor: low, budget_high_minor: high }, currency) => {
    if (low !== null && high !== null) return low === high ? money(low, currency) : t('budget.range', { low: money(low, currency), high: money(high, currency) });
    if (low !== null) return t('budget.from', { low: money(low, currency) });
    return high === null ? null : t('budget.upTo', { high: money(high, currency) });
  };
}
