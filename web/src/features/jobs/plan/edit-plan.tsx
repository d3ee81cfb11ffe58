// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';

import { Button } from '@/components/button';
import { QueryView } from '@/components/query-view';
import type { Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { projectsQuery, type Job } from '@/shared/jobs-query';
import { SaveLine } from '@/shared/save-line';
import { serviceTypesQuery } from '@/shared/service-form/types-query';

import { AboutStep } from './about-step';
import { ChangeBar } from './change-bar';
import { CheckStep } from './check-step';
import { ClocksStep } from './clocks-step';
import { ItemStep } from './item-step';
import { LackList } from './lack-list';
import { lacksOf, placeOf, planSteps, type PlanStep } from './places';
import { PlanFrame } from './plan-frame';
import type { Forms, Plan } from './plan-model';
import { isChangeable, storedJobQuery, type StoredJob } from './plan-query';
import { PriceSide } from './price-side';
import { RoleStep } from './role-step';
import { useOpenPlace } from './use-open-place';
import { usePlan, type PlanWork } from './use-plan';

type EditPlanProps = { job: Job; config: Schema<'SiteConfig'> };

/** A structured job: a draft saves itself, a published one asks before its bids become stale. */
export function EditPlan({ job, config }: EditPlanProps) {
  const stored = useQuery(storedJobQuery(job.id));
  const types = useQuery(serviceTypesQuery());
  return (
    <QueryView query={types}>
      {({ items }) => (
        <QueryView query={stored}>
          {(first) => (isChangeable(first.job.state) ? <PlanForm stored={first} forms={new Map(items.map((type) => [type.key, type]))} config={config} /> : <Navigate to={`/jobs/${job.id}`} replace />)}
        </QueryView>
      )}
    </QueryView>
  );
}

type PlanFormProps = { stored: StoredJob; forms: Forms; config: Schema<'SiteConfig'> };

function PlanForm({ stored, forms, config }: PlanFormProps) {
  const { t } = useTranslation('jobs');
  const { place, go } = useOpenPlace();
  const isDraft = stored.job.state === 'draft';
  const work = usePlan(stored, forms, isDraft);
  const projects = useQuery(projectsQuery());
  const { control, getValues } = work.form;
  const faults = faultyPlaces(work);
  const plan = useWatch({ control }) as Plan; // whole from the start: every member has a default
  const lacking = new Set<PlanStep>(['check', ...[...work.refusals, ...lacksOf(plan, useNow())].map(({ pointer }) => placeOf(pointer).step)]);
  const contents: Record<PlanStep, ReactNode> = {
    about: <AboutStep control={control} projects={projects.data?.items ?? []} />,
    roles: <RoleStep work={work} job={work.job} faults={faults} />,
    work: <ItemStep work={work} job={work.job} faults={faults} />,
    clocks: <ClocksStep control={control} config={config} />,
    check: <CheckStep work={work} config={config} onGo={go} />,
  };
  const next = planSteps[planSteps.indexOf(place.step) + 1];
  return (
    <PlanFrame
      title={t(isDraft ? 'plan.title' : 'change.page')}
      current={place.step}
      done={planSteps.filter((step) => !lacking.has(step))}
      open={[...lacking]}
      onGo={go}
      keeping={isDraft ? <Keeping work={work} /> : t('change.lead')}
      summary={<PriceSide control={control} currency={work.job.currency} />}
    >
      {work.state.kind === 'conflict' && <Conflict work={work} />}
      {work.refusals.length > 0 && place.step !== 'check' && (
        <div className="mb-6">
          <LackList title={t('lack.refused')} lacks={work.refusals} plan={getValues()} />
        </div>
      )}
      {contents[place.step]}
      {next && (
        <Button kind={isDraft ? 'primary' : 'secondary'} onClick={() => go(next)} className="mt-8 max-md:w-full">
          {t('plan.next', { step: t(`planStep.${next}`) })}
        </Button>
      )}
      {!isDraft && <ChangeBar work={work} />}
    </PlanFrame>
  );
}

function Keeping({ work }: { work: PlanWork }) {
  const { t } = useTranslation('jobs');
  if (work.refusals.length === 0) return <SaveLine state={work.state} />;
  return <p className="text-small text-problem">{t('plan.held')}</p>;
}

function Conflict({ work }: { work: PlanWork }) {
  const { t } = useTranslation('jobs');
  return (
    <div role="alert" className="mb-6 flex flex-col gap-3 border-s-2 border-yours ps-4">
      <p>{t('plan.conflict')}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={work.saver.keepMine}>{t('plan.keepMine')}</Button>
        <Button onClick={work.takeTheirs}>{t('plan.takeTheirs')}</Button>
      </div>
    </div>
  );
}

/** "roles 0", "work 0 2": the rows that something stands against. */
const faultyPlaces = (work: PlanWork): ReadonlySet<string> =>
  new Set(
    work.refusals.map(({ pointer }) => {
      const { step, role, item } = placeOf(pointer);
      return [step, role, item].filter((part) => part !== null).join(' ');
    }),
  );
