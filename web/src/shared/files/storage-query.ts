// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';

/** How much room one's files take, and how large one may be. */
export const storageQuery = () => api.queryOptions('get', '/me/storage');
