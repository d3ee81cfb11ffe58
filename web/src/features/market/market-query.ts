// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';

import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { narrowing, queryOf, type Filters } from './filters';

export type JobSummary = Schema<'JobSummary'>;

/** Open jobs, or those of them that fit the tester. While a changed filter is being asked for, the list before it stays. */
export function useMarket(filters: Filters) {
  const isFitting = filters.fits !== null;
  const options = { ...byCursor, placeholderData: keepPreviousData };
  const all = api.useInfiniteQuery('get', '/jobs', { params: { query: queryOf(filters) } }, { ...options, enabled: !isFitting });
  const fitting = api.useInfiniteQuery('get', '/me/market', { params: { query: narrowing(filters) } }, { ...options, enabled: isFitting });
  return isFitting ? fitting : all;
}
