// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { PageBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { percent } from '@/lib/format';
import { hasRole, useSession } from '@/lib/session';

import { LocalPlan } from './local-plan';
import { SavedPlan } from './saved-plan';

/** What testing costs: a plan to put together on one side, the receipt on the other. */
export function PricingPage() {
  const { t } = useTranslation('plans');
  const { data: config, error, refetch } = useQuery(configQuery());
  return (
    <Page title={t('page.title')} lead={t('page.lead')} width="board">
      {config && (
        <>
          <PlanOf config={config} />
          <Promises config={config} />
        </>
      )}
      {!config && error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {!config && error === null && <PageBones />}
    </Page>
  );
}

/** Who signs in as a builder finds the plan in their account, on any device. */
function PlanOf({ config }: { config: Schema<'SiteConfig'> }) {
  const { status, user } = useSession();
  if (status === 'starting' || (status === 'signed-in' && !user)) return <PageBones />;
  return hasRole(user, 'builder') ? <SavedPlan config={config} /> : <LocalPlan config={config} isSignedIn={user !== null} />;
}

const promises = ['when', 'bids', 'net', 'rejected', 'silence'] as const;

/** The questions that people ask before they pay, answered with the site's own figures. */
function Promises({ config }: { config: Schema<'SiteConfig'> }) {
  const { t } = useTranslation('plans');
  const figures = { count: config.review_days, fee: percent(config.builder_fee_bps), testerFee: percent(config.tester_fee_bps) };
  return (
    <Panel title={t('promises.title')} className="mt-12">
      <dl className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {promises.map((key) => (
          <div key={key} className="max-w-reading">
            <dt className="font-strong">{t(`promises.${key}.ask`)}</dt>
            <dd className="text-soft">{t(`promises.${key}.answer`, figures)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
