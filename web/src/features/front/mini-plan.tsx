// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { FailedState } from '@/components/failed-state';
import { Bone, Skeleton } from '@/components/skeleton';

import { Column } from './column';
import { PlanSliders } from './plan-sliders';
import { Receipt } from './receipt';
import { usePlan } from './use-plan';

/** What a test costs, in two controls. */
export function MiniPlan() {
  const { t } = useTranslation('front');
  const { plan, error, retry } = usePlan();
  return (
    <Column title={t('plan.title')}>
      {plan && (
        <>
          <PlanSliders plan={plan} />
          <div className="mt-2">
            <Receipt plan={plan} />
          </div>
          <Link to="/pricing" className="link mt-3 inline-flex min-h-11 items-center self-start text-small">
            {t('plan.more')}
          </Link>
        </>
      )}
      {!plan && error !== null && <FailedState error={error} onRetry={retry} />}
      {!plan && error === null && (
        <Skeleton className="flex h-80 flex-col justify-between">
          <Bone className="h-14" />
          <Bone className="h-14" />
          <Bone className="h-20" />
          <Bone className="h-8" />
        </Skeleton>
      )}
    </Column>
  );
}
