// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { queryOf, type Period } from './period';

export const earningsQuery = (period: Period) => api.queryOptions('get', '/me/earnings', { params: { query: queryOf(period) } });

/** Every payout, newest first. */
export const usePayouts = () => api.useInfiniteQuery('get', '/me/payouts', { params: { query: {} } }, byCursor);
