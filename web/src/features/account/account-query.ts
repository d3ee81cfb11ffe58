// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';

/** Where the account is signed in. */
export const sessionsQuery = () => api.queryOptions('get', '/auth/sessions');
