// SPDX-License-Identifier: Apache-2.0
import { api, http, type Schema } from '@/lib/api';
import { byCursor, readToEnd } from '@/lib/paging';

export type Assignment = Schema<'Assignment'>;

/** The tester's own seats in one state, newest first. */
export const useMyAssignments = (state: Assignment['state']) =>
  api.useInfiniteQuery('get', '/me/assignments', { params: { query: { state } } }, byCursor);

/** What happened to a seat, to its newest end. */
export const assignmentEventsQuery = (assignmentId: string) => ({
  queryKey: ['get', '/assignments/{assignment_id}/events', assignmentId] as const,
  staleTime: 0,
  queryFn: () =>
    readToEnd(async (cursor) => {
      const params = { path: { assignment_id: assignmentId }, query: { limit: 100, ...(cursor && { cursor }) } };
      const { data, error } = await http.GET('/assignments/{assignment_id}/events', { params });
      if (!data) throw error;
      return data;
    }),
});

export const payoutAccountQuery = () => api.queryOptions('get', '/me/payout-account');
