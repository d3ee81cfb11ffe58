// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Card, Panel } from '@/components/panel';
import { PageBones } from '@/components/skeleton';
import { Slider } from '@/components/slider';
import { money, number } from '@/lib/format';

import { PlanSliders } from './plan-sliders';
import { Receipt } from './receipt';
import { usePlan, type Plan } from './use-plan';

const FIRST_MINUTES = 45;

/** What a simple job costs and who gets what: controls on one side, the receipt on the other. */
export function PricingPage() {
  const { t } = useTranslation('front');
  const { plan, error, retry } = usePlan();
  const [minutes, setMinutes] = useState(FIRST_MINUTES);
  return (
    <Page title={t('pricing.title')} lead={t('pricing.lead')} width="board">
      {plan && (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex max-w-form flex-col gap-10">
            <div className="flex flex-col gap-4">
              <PlanSliders plan={plan} />
              <Slider label={t('pricing.minutes')} value={minutes} min={15} max={240} step={15} onChange={setMinutes} write={(value) => t('pricing.minutesOf', { count: value, figure: number(value) })} />
              <p className="text-small text-soft">{t('pricing.minutesHelp')}</p>
            </div>
            <Promises plan={plan} />
          </div>
          <div className="lg:sticky lg:top-6 lg:self-start">
            <Summary plan={plan} minutes={minutes} />
          </div>
        </div>
      )}
      {!plan && error !== null && <FailedState error={error} onRetry={retry} />}
      {!plan && error === null && <PageBones />}
    </Page>
  );
}

function Summary({ plan, minutes }: { plan: Plan; minutes: number }) {
  const { t } = useTranslation('front');
  return (
    <>
      <Card>
        <h2 className="mb-4 text-lead">{t('pricing.receipt')}</h2>
        <Receipt plan={plan} />
        <p className="mt-4 border-t border-line pt-3 text-small text-soft">
          {t('pricing.hourly', { amount: money(Math.floor((plan.netMinor * 60) / minutes), plan.currency) })}
        </p>
        <LinkButton to="/register?role=builder" kind="primary" className="mt-4 w-full max-md:hidden">
          {t('pricing.start')}
        </LinkButton>
      </Card>
      <div className="fixed inset-x-0 bottom-0 z-10 flex items-center justify-between gap-4 border-t border-line bg-sheet p-4 md:hidden">
        <p>
          <span className="block text-note text-soft">{t('plan.youPay')}</span>
          <Money minor={plan.price.totalMinor} currency={plan.currency} className="text-lead font-strong" />
        </p>
        <LinkButton to="/register?role=builder" kind="primary">
          {t('pricing.start')}
        </LinkButton>
      </div>
    </>
  );
}

const promises = ['when', 'net', 'rejected', 'silence'] as const;

/** The questions that people ask before they pay, answered with the site's own figures. */
function Promises({ plan }: { plan: Plan }) {
  const { t } = useTranslation('front');
  const figures = {
    count: plan.reviewDays,
    reward: money(plan.rewardMinor, plan.currency),
    net: money(plan.netMinor, plan.currency),
  };
  return (
    <Panel title={t('pricing.promises')}>
      <dl className="flex flex-col gap-4">
        {promises.map((key) => (
          <div key={key}>
            <dt className="font-strong">{t(`pricing.${key}.ask`)}</dt>
            <dd className="text-soft">{t(`pricing.${key}.answer`, figures)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
