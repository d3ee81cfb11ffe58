// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { Bone, Skeleton } from '@/components/skeleton';
import { EstimateReceipt } from '@/shared/estimate-receipt';
import { useEstimate } from '@/shared/pricing-query';

import { estimateOf } from './estimate-of';
import type { Plan } from './plan-model';

/** What the plan would cost at today's prices, while it is being written. */
export function PriceSide({ control, currency }: { control: Control<Plan>; currency: string }) {
  const { t } = useTranslation('jobs');
  const roles = useWatch({ control, name: 'roles' });
  const body = estimateOf(roles, currency);
  const { estimate, error, isStale, retry } = useEstimate(body);
  return (
    <Card>
      <h2 className="mb-1 text-lead font-strong">{t('price.title')}</h2>
      <p className="mb-4 text-small text-soft">{t('price.guide')}</p>
      {!body && <p className="text-soft">{t('price.empty')}</p>}
      {body && error !== null && <FailedState error={error} onRetry={retry} />}
      {body && error === null && estimate && <EstimateReceipt estimate={estimate} isStale={isStale} />}
      {body && error === null && !estimate && (
        <Skeleton className="flex h-40 flex-col gap-4">
          <Bone className="h-3" />
          <Bone className="h-16" />
          <Bone className="h-8" />
        </Skeleton>
      )}
    </Card>
  );
}
