// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { SplitBar } from '@/components/split-bar';
import { percent } from '@/lib/format';

import type { Plan } from './use-plan';

/** What a plan costs, to the cent, and where each cent goes. */
export function Receipt({ plan }: { plan: Plan }) {
  const { t } = useTranslation('front');
  const { rewardsMinor, feeMinor, totalMinor } = plan.price;
  return (
    <div>
      <SplitBar
        label={t('plan.split')}
        currency={plan.currency}
        parts={[
          { label: t('plan.toTesters', { count: plan.seats }), minor: rewardsMinor, tone: 'main' },
          { label: t('plan.fee', { rate: percent(plan.feeBasisPoints) }), minor: feeMinor, tone: 'fee' },
        ]}
      />
      <p className="mt-3 flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <span>{t('plan.youPay')}</span>
        <Money minor={totalMinor} currency={plan.currency} className="text-lead font-strong" />
      </p>
    </div>
  );
}
