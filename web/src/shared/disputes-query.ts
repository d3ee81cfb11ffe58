// SPDX-License-Identifier: Apache-2.0
import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

export type Dispute = Schema<'Dispute'>;
export type DisputeLine = Schema<'DisputeItem'>;
export type DisputeState = Dispute['state'];

/** The disputes that someone is a side of, newest first: all, or those in one state. */
export const useDisputes = (state?: DisputeState) => api.useInfiniteQuery('get', '/disputes', { params: { query: { ...(state && { state }) } } }, byCursor);

export const disputeQuery = (disputeId: string) => api.queryOptions('get', '/disputes/{dispute_id}', { params: { path: { dispute_id: disputeId } } });
