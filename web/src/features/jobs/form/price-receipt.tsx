// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { Card } from '@/components/panel';
import { Bone, Skeleton } from '@/components/skeleton';
import { SplitBar } from '@/components/split-bar';
import { netOf, simplePrice } from '@/lib/fee';
import { money, percent } from '@/lib/format';
import { feesQuery, type ServiceType } from '@/shared/pricing-query';

export type Price = { seats: number; rewardMinor: number; currency: string };

/** What the job costs as it stands in the form: who gets what, to the cent. */
export function PriceReceipt({ price, serviceType }: { price: Price; serviceType: ServiceType | undefined }) {
  const { t } = useTranslation('jobs');
  const { data: fees } = useQuery(feesQuery(serviceType));
  if (!fees) {
    return (
      <Card>
        <Skeleton className="flex h-48 flex-col gap-4">
          <Bone className="h-6 w-2/5" />
          <Bone className="h-3" />
          <Bone className="h-16" />
        </Skeleton>
      </Card>
    );
  }
  const { rewardsMinor, feeMinor, totalMinor } = simplePrice(price.seats, price.rewardMinor, fees.builder_fee_bps);
  const netMinor = netOf(price.rewardMinor, fees.tester_fee_bps);
  return (
    <Card>
      <h2 className="mb-4 text-lead font-strong">{t('receipt.title')}</h2>
      <SplitBar
        label={t('receipt.split')}
        currency={price.currency}
        parts={[
          { label: t('receipt.toTesters', { count: price.seats, each: money(price.rewardMinor, price.currency) }), minor: rewardsMinor, tone: 'main' },
          { label: t('receipt.fee', { rate: percent(fees.builder_fee_bps) }), minor: feeMinor, tone: 'fee' },
        ]}
      />
      <p className="mt-3 flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <span>{t('receipt.youPay')}</span>
        <Money minor={totalMinor} currency={price.currency} className="text-lead font-strong" />
      </p>
      <p className="mt-3 text-small text-soft">{t('receipt.when', { net: money(netMinor, price.currency) })}</p>
    </Card>
  );
}
