// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';

/** The figures on the boards of both roles. */
export const overviewQuery = () => api.queryOptions('get', '/me/overview');
