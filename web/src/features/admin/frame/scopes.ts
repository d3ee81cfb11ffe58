// SPDX-License-Identifier: Apache-2.0
// What the signed-in administrator may do besides looking.
import { createContext, use } from 'react';

import { api, type Schema } from '@/lib/api';

export type AdminUser = Schema<'AdminUser'>;
export type AdminUserDetail = Schema<'AdminUserDetail'>;
export type Scope = AdminUser['scopes'][number];

export const adminUserQuery = (userId: string) => api.queryOptions('get', '/admin/users/{user_id}', { params: { path: { user_id: userId } } });

export const OwnScopes = createContext<readonly Scope[]>([]);

/** Whether one of these scopes is there; "super" is all of them. */
export function useMay(needs: readonly Scope[]): boolean {
  const own = use(OwnScopes);
  return own.some((scope) => scope === 'super' || needs.includes(scope));
}
