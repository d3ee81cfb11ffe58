// SPDX-License-Identifier: Apache-2.0
// Who is using the page. The user is server state and lives in the query cache like all of it.
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { api, type Schema } from './api';
import { setReader } from './format';
import { forgetActions } from './idempotency';
import { forgetKept } from './kept';
import { queryClient } from './query-client';
import { adopt, drop, onGrant, sessionStatus, subscribe, type Grant, type SessionStatus } from './token';
import { forgetAllBegun } from './upload/begun';

export type User = Schema<'User'>;
export type Role = User['roles'][number];

export const meQuery = () => api.queryOptions('get', '/me');

/** Another tab signed in or out: what this one shows may belong to someone else. */
const otherTabs = new BroadcastChannel('peertest.session');
otherTabs.addEventListener('message', () => location.reload());

/** Takes in the user as the server now has them, wherever the answer came from. */
export function adoptUser(user: User): void {
  queryClient.setQueryData(meQuery().queryKey, user);
  setReader({ locale: user.locale, timeZone: user.time_zone });
}

onGrant((grant) => adoptUser(grant.user));
subscribe(() => {
  if (sessionStatus() === 'signed-out') queryClient.clear(); // what was fetched belonged to that person
});

export function startSession(grant: Grant): void {
  queryClient.clear();
  adopt(grant);
  otherTabs.postMessage('started');
}

export function endSession(): void {
  forgetActions();
  forgetKept();
  forgetAllBegun();
  drop();
  otherTabs.postMessage('ended');
}

export type Session = { status: SessionStatus; user: User | null };

export function useSession(): Session {
  const status = useSyncExternalStore(subscribe, sessionStatus);
  // Asked at the moment of fetching: a session may end between two renders.
  const { data } = useQuery({ ...meQuery(), enabled: () => sessionStatus() === 'signed-in' });
  return { status, user: status === 'signed-in' ? (data ?? null) : null };
}

export const hasRole = (user: User | null, role: Role): boolean => user?.roles.includes(role) ?? false;
