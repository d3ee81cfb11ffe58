// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';

/** The newest jobs that take testers now. */
export const newestJobsQuery = () =>
  api.queryOptions('get', '/jobs', { params: { query: { sort: 'newest', limit: 4 } } });
