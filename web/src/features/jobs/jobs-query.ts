// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';
import { byCursor } from '@/lib/paging';

export const templatesQuery = () => api.queryOptions('get', '/job-templates', {});

export const planTemplatesQuery = () => api.queryOptions('get', '/plan-templates', {});

export const paymentQuery = (paymentId: string) =>
  api.queryOptions('get', '/payments/{payment_id}', { params: { path: { payment_id: paymentId } } });

/** Who holds and who held the job's seats, page by page. */
export const useJobAssignments = (jobId: string) =>
  api.useInfiniteQuery('get', '/jobs/{job_id}/assignments', { params: { path: { job_id: jobId } } }, byCursor);
