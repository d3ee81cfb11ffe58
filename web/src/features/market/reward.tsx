// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { useBudgetText } from '@/shared/budget';

import type { JobSummary } from './market-query';

/** What a seat pays: the price as the tester gets it, the budget for it, or what the tester asks for. */
export function Reward({ job }: { job: JobSummary }) {
  const { t } = useTranslation('market');
  const budgetOf = useBudgetText();
  const { net_minor, currency } = job;
  if (net_minor !== null) return <Money minor={net_minor} currency={currency} className="font-strong" />;
  return <span className="figures font-strong">{budgetOf(job, currency) ?? t('reward.offer')}</span>;
}
