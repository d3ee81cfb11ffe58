// SPDX-License-Identifier: Apache-2.0
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { Bone, Skeleton } from '@/components/skeleton';
import { EstimateReceipt } from '@/shared/estimate-receipt';
import type { Estimate } from '@/shared/pricing-query';

import { Compare } from './compare';
import type { Plan } from './plan-model';

type PlanSideProps = {
  plan: Plan;
  estimate: Estimate | undefined;
  error: unknown;
  isStale: boolean;
  retry: () => void;
  keeping: ReactNode;
  action: ReactNode;
  onBringBack: (plan: Plan) => void;
};

/** The receipt beside the plan. */
export function PlanSide({ plan, estimate, error, isStale, retry, keeping, action, onBringBack }: PlanSideProps) {
  const { t } = useTranslation('plans');
  const isEmpty = plan.roles.every(({ items }) => items.length === 0);
  return (
    <>
      <Card>
        <h2 className="mb-4 text-lead font-strong">{t('side.title')}</h2>
        {isEmpty && <p className="text-soft">{t('side.empty')}</p>}
        {!isEmpty && error !== null && <FailedState error={error} onRetry={retry} />}
        {!isEmpty && error === null && (estimate ? <EstimateReceipt estimate={estimate} isStale={isStale} /> : <ReceiptBones />)}
        {estimate && <p className="mt-3 text-note text-soft">{t('side.guide')}</p>}
        <div className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
          <div className="max-md:hidden">{action}</div>
          {keeping}
        </div>
      </Card>
      {estimate && <Compare plan={plan} estimate={estimate} onBringBack={onBringBack} />}
    </>
  );
}

function ReceiptBones() {
  return (
    <Skeleton className="flex h-48 flex-col gap-4">
      <Bone className="h-3" />
      <Bone className="h-20" />
      <Bone className="h-8" />
    </Skeleton>
  );
}
