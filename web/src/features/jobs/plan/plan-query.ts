// SPDX-License-Identifier: Apache-2.0
import { http } from '@/lib/api';
import type { DraftKind } from '@/lib/draft-saver';
import type { Job } from '@/shared/jobs-query';

import { bodyOf, planOf, written, type Forms, type PlanBody } from './plan-model';

/** A job as the server has it, with the tag that names this version of it. */
export type StoredJob = { job: Job; etag: string };

const paramsOf = (jobId: string) => ({ path: { job_id: jobId } });
const tagOf = (response: Response): string => response.headers.get('ETag') ?? '';

async function readJob(jobId: string): Promise<StoredJob> {
  const { data, error, response } = await http.GET('/jobs/{job_id}', { params: paramsOf(jobId) });
  if (!data) throw error;
  return { job: data, etag: tagOf(response) };
}

async function writeJob(jobId: string, body: PlanBody, etag: string): Promise<StoredJob> {
  const { data, error, response } = await http.PATCH('/jobs/{job_id}', { params: paramsOf(jobId), body, headers: { 'If-Match': etag } });
  if (!data) throw error;
  return { job: data, etag: tagOf(response) };
}

/** The job with its tag, read anew whenever the form opens. */
export const storedJobQuery = (jobId: string) => ({ queryKey: ['stored-job', jobId] as const, queryFn: () => readJob(jobId), staleTime: 0, gcTime: 0 });

/** May the plan of a job in this state be changed? */
export const isChangeable = (state: Job['state']): boolean => state === 'draft' || state === 'published' || state === 'awarding';

export const planDraft = (jobId: string, forms: Forms): DraftKind<StoredJob, PlanBody> => ({
  get: () => readJob(jobId),
  put: (body, etag) => writeJob(jobId, body, etag),
  written,
  writtenOf: ({ job }) => written(bodyOf(planOf(job, forms), forms)),
  isOpen: ({ job }) => isChangeable(job.state),
  changedAt: ({ job }) => job.updated_at,
});
