// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';

import { NotFound } from '@/components/not-found';
import { QueryView } from '@/components/query-view';
import { api, type Body, type Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { showProblem } from '@/lib/problem';
import { isSimple, jobQuery, projectsQuery, type SimpleJob } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { EditPlan } from '../plan/edit-plan';
import { isJobStep, JobFrame, jobSteps, type JobStep } from './job-frame';
import { PriceReceipt, type Price } from './price-receipt';
import { PublishStep } from './publish-step';
import { SubjectStep } from './subject-step';
import { TermsStep } from './terms-step';
import { WorkStep } from './work-step';

/** A job that can still be changed: a simple draft, or a test plan. */
export function EditJobPage() {
  const { jobId = '' } = useParams();
  const job = useQuery(jobQuery(jobId));
  const config = useQuery(configQuery());
  return (
    <QueryView query={config}>
      {(site) => (
        <QueryView query={job}>
          {(draft) => {
            if (!draft.mine) return <NotFound />;
            if (!isSimple(draft)) return <EditPlan key={draft.id} job={draft} config={site} />;
            return draft.state === 'draft' ? <EditJob job={draft} config={site} /> : <Navigate to={`/jobs/${draft.id}`} replace />;
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

type EditJobProps = { job: SimpleJob; config: Schema<'SiteConfig'> };

/** A draft on the server; each step saves its part. Without a step in the address it shows the whole. */
function EditJob({ job, config }: EditJobProps) {
  const { t } = useTranslation('jobs');
  const [search, setSearch] = useSearchParams();
  const projects = useQuery(projectsQuery());
  const { save, isPending } = useSaveDraft(job.id);
  const wanted = search.get('step');
  const step = isJobStep(wanted) ? wanted : 'publish';
  const go = (next: JobStep) => setSearch({ step: next });
  const frame = (price: Price, children: ReactNode) => (
    <JobFrame current={step} done={jobSteps.filter((known) => known !== 'publish')} onGo={go} summary={<PriceReceipt price={price} serviceType={job.service_type} />}>
      {children}
    </JobFrame>
  );
  const price = { seats: job.seats, rewardMinor: job.reward_minor, currency: job.currency };

  if (step === 'subject') {
    return frame(
      price,
      <SubjectStep
        key={projects.isPending ? 'waiting' : 'ready'}
        projects={projects.data?.items ?? []}
        subject={{ project_id: job.project_id, template: '' }}
        isNew={false}
        currency={job.currency}
        pending={isPending}
        onDone={({ project_id }) => save({ project_id }, () => go('work'))}
      />,
    );
  }
  if (step === 'work') {
    const { title, brief, service_type, requirements } = job;
    const steps = job.steps.map(({ text, expected }) => ({ text, expected: expected ?? '' }));
    return frame(
      price,
      <WorkStep keptAs={`job.${job.id}.work`} work={{ title, brief, service_type, steps, requirements }} pending={isPending} submit={t('form.saveNext')} onDone={(work, form) => save(work, () => go('terms'), form)} />,
    );
  }
  if (step === 'terms') {
    const { reward_minor, currency, seats, claim_hours, review_days, on_rejection } = job;
    const terms = { reward_minor, currency, seats, claim_hours, review_days, on_rejection, deadline_at: job.deadline_at ?? '' };
    return <TermsStep keptAs={`job.${job.id}.terms`} terms={terms} config={config} pending={isPending} onDone={(values, form) => save(values, () => go('publish'), form)} frame={frame} />;
  }
  return frame(price, <PublishStep job={job} onGo={go} />);
}

/** Saves a part of the draft, then goes on; what is refused is said at its field. */
function useSaveDraft(jobId: string) {
  const refresh = useRefresh();
  const update = api.useMutation('patch', '/jobs/{job_id}');
  const save = <T extends FieldValues>(body: Body<'updateJob'>, next: () => void, form?: { setError: UseFormSetError<T>; forget: () => void }) =>
    update.mutate(
      { params: { path: { job_id: jobId } }, body },
      {
        onSuccess: async () => {
          form?.forget();
          await refresh();
          next();
        },
        onError: (problem) => form && showProblem(problem, form.setError),
      },
    );
  return { save, isPending: update.isPending };
}
