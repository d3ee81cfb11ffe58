// SPDX-License-Identifier: Apache-2.0
import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

export type Invitation = Schema<'Invitation'>;

/** What a tester is asked to make an offer for, newest first. */
export const useMyInvitations = () => api.useInfiniteQuery('get', '/me/invitations', { params: { query: {} } }, byCursor);
