// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';

import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { queryOf, type Filters } from './filters';

export type JobSummary = Schema<'JobSummary'>;

/** Open jobs. While a changed filter is being asked for, the list before it stays. */
export const useMarket = (filters: Filters) =>
  api.useInfiniteQuery('get', '/jobs', { params: { query: queryOf(filters) } }, { ...byCursor, placeholderData: keepPreviousData });
