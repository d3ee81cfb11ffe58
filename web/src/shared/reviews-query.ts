// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';

/** What waits for the builder's review, the one that is due first in front. */
export const reviewQueueQuery = () => api.queryOptions('get', '/me/reviews', { params: { query: { limit: 100 } } });

export const submissionQuery = (submissionId: string) =>
  api.queryOptions('get', '/submissions/{submission_id}', { params: { path: { submission_id: submissionId } } });

export const assignmentQuery = (assignmentId: string) =>
  api.queryOptions('get', '/assignments/{assignment_id}', { params: { path: { assignment_id: assignmentId } } });
