// SPDX-License-Identifier: Apache-2.0
import { api, http, type Schema } from '@/lib/api';
import { byCursor, readToEnd } from '@/lib/paging';

export type Bid = Schema<'Bid'>;
export type Side = 'builder' | 'tester';

export const bidQuery = (bidId: string) => api.queryOptions('get', '/bids/{bid_id}', { params: { path: { bid_id: bidId } } });

/** The tester's own bids, newest first. */
export const useMyBids = () => api.useInfiniteQuery('get', '/me/bids', { params: { query: { limit: 100 } } }, byCursor);

/** The bids on a job, newest first: its builder sees all but drafts, a tester their own. */
export const jobBidsQuery = (jobId: string) => ({
  queryKey: ['get', '/jobs/{job_id}/bids', jobId] as const,
  queryFn: () =>
    readToEnd(async (cursor) => {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const { data, error } = await http.GET('/jobs/{job_id}/bids', { params: { path: { job_id: jobId }, query } });
      if (!data) throw error;
      return data;
    }),
});

/** What happened to a bid, to its newest end. */
export const bidEventsQuery = (bidId: string) => ({
  queryKey: ['get', '/bids/{bid_id}/events', bidId] as const,
  staleTime: 0,
  queryFn: () =>
    readToEnd(async (cursor) => {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const { data, error } = await http.GET('/bids/{bid_id}/events', { params: { path: { bid_id: bidId }, query } });
      if (!data) throw error;
      return data;
    }),
});

const openStates = ['draft', 'submitted', 'countered_by_builder', 'countered_by_tester', 'agreed', 'awaiting_payment', 'stale'] as const satisfies readonly Bid['state'][];

/** May this thread still lead to work? */
export const isOpenBid = ({ state }: Pick<Bid, 'state'>): boolean => openStates.some((open) => open === state);
