// SPDX-License-Identifier: Apache-2.0
// The access token lives in this module's memory and nowhere else. The refresh token is a cookie
// that no script can read; renew() trades it for the next access token.
import type { operations } from './api.gen';
import { recall, remember } from './memory';
import { send } from './transport';

export type Grant = operations['refresh']['responses'][200]['content']['application/json'];
export type SessionStatus = 'starting' | 'signed-in' | 'signed-out';

/** Says only that a cookie may be there, so that a visitor without one is not sent a 401. */
const HINT = 'peertest.signed-in';
const REFRESH_URL = '/api/v1/auth/refresh';
/** A token this close to its end is renewed first: the request might arrive late. */
const MARGIN_MS = 10_000;

let token: string | null = null;
let expiresAt = 0;
let status: SessionStatus = recall(HINT) ? 'starting' : 'signed-out';
let renewal: Promise<string | null> | null = null;
const listeners = new Set<() => void>();
let whenGranted: (grant: Grant) => void = () => undefined;

export const sessionStatus = (): SessionStatus => status;

export function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Told of every grant before anyone sees the new status; there is one such listener, the session. */
export function onGrant(listener: (grant: Grant) => void): void {
  whenGranted = listener;
}

function become(next: SessionStatus): void {
  status = next;
  listeners.forEach((changed) => changed());
}

export function adopt(grant: Grant): void {
  token = grant.access_token;
  expiresAt = Date.now() + grant.expires_in * 1000;
  remember(HINT, '1');
  whenGranted(grant);
  become('signed-in');
}

export function drop(): void {
  token = null;
  remember(HINT, null);
  become('signed-out');
}

/** The token to send now: waits for a renewal under way, and renews one that is about to end. */
export async function currentToken(): Promise<string | null> {
  if (renewal) return renewal;
  if (status === 'starting' || (token && Date.now() > expiresAt - MARGIN_MS)) return renew();
  return token;
}

/** One renewal at a time, however many requests ask for it. Resolves to null when none was granted. */
export function renew(): Promise<string | null> {
  renewal ??= oneTabAtATime(trade).finally(() => {
    renewal = null;
  });
  return renewal;
}

/** Two tabs that traded the same cookie at once would look like a thief to the server. */
async function oneTabAtATime(work: () => Promise<string | null>): Promise<string | null> {
  // Absent where the page is neither on https nor on a loopback host.
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locks.request('peertest.refresh', work) : work();
}

async function trade(): Promise<string | null> {
  const response = await send(new Request(REFRESH_URL, { method: 'POST', headers: { 'X-PeerTest': '1' } }));
  if (response.ok) {
    // The one answer that openapi-fetch does not read; its type is the document's.
    adopt((await response.json()) as Grant);
  } else if (response.status < 500 && response.status !== 429) {
    drop();
  } else if (status === 'starting') {
    become('signed-out'); // the server is away, not the session: the hint stays for the next load
  }
  return token;
}
