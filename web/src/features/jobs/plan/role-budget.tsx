// SPDX-License-Identifier: Apache-2.0
import { useController, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { money } from '@/lib/format';
import { useEstimate } from '@/shared/pricing-query';

import { estimateOf } from './estimate-of';
import type { Plan } from './plan-model';

/** How far around today's prices a proposed budget reaches, in percent. */
const LOW = 80;
const HIGH = 120;

type RoleBudgetProps = { control: Control<Plan>; at: number; currency: string };

/** What a seat of this role costs at today's prices, to take over as the budget. */
export function RoleBudget({ control, at, currency }: RoleBudgetProps) {
  const { t } = useTranslation('jobs');
  const role = useWatch({ control, name: `roles.${at}` });
  const { field: low } = useController({ control, name: `roles.${at}.budget_low_minor` });
  const { field: high } = useController({ control, name: `roles.${at}.budget_high_minor` });
  const { estimate } = useEstimate(estimateOf([{ ...role, seats: 1 }], currency));
  if (!estimate) return <p className="text-small text-soft">{t('role.noEstimate')}</p>;
  const proposed = { low: share(estimate.reward_minor, LOW), high: share(estimate.reward_minor, HIGH) };
  const take = () => {
    low.onChange(proposed.low);
    high.onChange(proposed.high);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-small text-soft">{t('role.estimate', { amount: money(estimate.reward_minor, currency) })}</p>
      <Button onClick={take}>{t('role.takeEstimate', { low: money(proposed.low, currency), high: money(proposed.high, currency) })}</Button>
    </div>
  );
}

const share = (minor: number, percent: number): number => Math.floor((minor * percent) / 100);
