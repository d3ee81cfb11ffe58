// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { api, type Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { instant } from '@/lib/format';
import { showProblem, toProblem } from '@/lib/problem';
import { Facts } from '@/shared/facts';
import { Prose } from '@/shared/prose';
import { useRefresh } from '@/shared/use-refresh';

import { LackList } from './lack-list';
import { lacksOf, placeOf, type PlanStep } from './places';
import { RoleCards } from './role-cards';
import type { PlanWork } from './use-plan';

type CheckStepProps = { work: PlanWork; config: Schema<'SiteConfig'>; onGo: (step: PlanStep) => void };

/** All of it once more, what is still missing with the way to it, and the button that publishes. */
export function CheckStep({ work, config, onGo }: CheckStepProps) {
  const { t } = useTranslation('jobs');
  const plan = work.form.getValues();
  const lacks = [...work.refusals, ...lacksOf(plan, useNow())];
  const publish = usePublishPlan(work);
  const refused = publish.error === null ? [] : (toProblem(publish.error).errors ?? []);
  const missing = [...lacks, ...refused.filter(({ pointer }) => !lacks.some((lack) => lack.pointer === pointer))];
  return (
    <div className="flex flex-col gap-8">
      <Part title={t('planStep.about')} onChange={() => onGo('about')}>
        <p dir="auto" className="mb-2 text-lead break-words">
          {plan.title}
        </p>
        <Prose text={plan.brief} />
      </Part>
      <Part title={t('planStep.roles')} onChange={() => onGo('roles')}>
        <RoleCards roles={plan.roles} currency={work.job.currency} />
      </Part>
      <Part title={t('planStep.clocks')} onChange={() => onGo('clocks')}>
        <Facts
          facts={[
            { label: t('clocks.deadline'), value: plan.bidding_deadline_at === '' ? t('clocks.standard') : instant(plan.bidding_deadline_at) },
            { label: t('terms.reviewDays'), value: t('terms.days', { count: plan.review_days ?? config.review_days }) },
          ]}
        />
      </Part>
      {missing.length > 0 && <LackList title={t('lack.title', { count: missing.length })} lacks={missing} plan={plan} />}
      {work.job.state === 'draft' && (
        <div className="flex flex-col gap-4 border-t border-line pt-6">
          {publish.isError && refused.length === 0 && <FailedState error={publish.error} />}
          <p className="text-small text-soft">{t('publish.plan')}</p>
          <Button kind="primary" disabled={lacks.length > 0 || missing.some(({ pointer }) => placeOf(pointer).step === 'about')} pending={publish.isPending} onClick={publish.start} className="max-md:w-full md:self-start">
            {t('publish.forBids')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Saves what is not saved yet, then opens the plan to bids. */
function usePublishPlan(work: PlanWork) {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const publish = api.useMutation('post', '/jobs/{job_id}/publish', {
    onSuccess: async ({ job }) => {
      work.forget();
      await refresh();
      await navigate(`/jobs/${job.id}`);
    },
    onError: (problem) => showProblem(problem, work.form.setError),
  });
  const start = async () => {
    if (await work.save()) publish.mutate({ params: { path: { job_id: work.job.id } } });
  };
  return { ...publish, start: () => void start() };
}

type PartProps = { title: string; onChange: () => void; children: ReactNode };

function Part({ title, onChange, children }: PartProps) {
  const { t } = useTranslation('jobs');
  return (
    <Panel
      title={title}
      aside={
        <button type="button" onClick={onChange} aria-label={t('publish.changePart', { part: title })} className="link min-h-11">
          {t('publish.change')}
        </button>
      }
    >
      {children}
    </Panel>
  );
}
