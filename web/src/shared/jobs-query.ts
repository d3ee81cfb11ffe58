// SPDX-License-Identifier: Apache-2.0
import { api, http, type Schema } from '@/lib/api';
import { byCursor, readToEnd } from '@/lib/paging';

export type Job = Schema<'Job'>;
export type MyJob = Schema<'MyJob'>;
export type JobState = Job['state'];
export type JobRole = Schema<'JobRole'>;
export type JobItem = Schema<'JobItem'>;
export type ServiceType = Schema<'ServiceType'>['key'];

type SimpleTerms = Record<'reward_minor' | 'fee_minor' | 'total_minor' | 'claim_hours', number> & { kind: 'simple'; service_type: ServiceType };

/** A job of one kind of test at one price, claimed and not bid for. */
export type SimpleJob = Omit<Job, keyof SimpleTerms> & SimpleTerms;

/** Only simple jobs have one service type and one reward; the document cannot tie these to the kind. */
export const isSimple = (job: Job): job is SimpleJob => job.kind === 'simple';

export const jobQuery = (jobId: string) =>
  api.queryOptions('get', '/jobs/{job_id}', { params: { path: { job_id: jobId } } });

/** The builder's own jobs, newest first: all, those in one state, or those of one project. */
export const useMyJobs = (only: { state?: JobState; project_id?: string } = {}) =>
  api.useInfiniteQuery('get', '/me/jobs', { params: { query: only } }, byCursor);

export const projectsQuery = () =>
  api.queryOptions('get', '/projects', { params: { query: { limit: 100 } } });

/** A timeline is read as a whole, to its newest end. */
export const jobEventsQuery = (jobId: string) => ({
  queryKey: ['get', '/jobs/{job_id}/events', jobId] as const,
  staleTime: 0,
  queryFn: () =>
    readToEnd(async (cursor) => {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const { data, error } = await http.GET('/jobs/{job_id}/events', { params: { path: { job_id: jobId }, query } });
      if (!data) throw error;
      return data;
    }),
});
