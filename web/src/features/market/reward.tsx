// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { useBudgetText } from '@/shared/budget';

import type { JobSummary } from './market-query';

/** What a seat pays: the price, the budget for it, or what the tester asks for. */
export function Reward({ job }: { job: JobSummary }) {
  const { t } = useTranslation('market');
  const budgetOf = useBudgetText();
  const { kind, reward_minor, currency } = job;
  if (kind === 'simple' && reward_minor !== null) return <Money minor={reward_minor} currency={currency} className="font-strong" />;
  return <span className="figures font-strong">{budgetOf(job, currency) ?? t('reward.offer')}</span>;
}
