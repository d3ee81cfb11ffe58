// SPDX-License-Identifier: Apache-2.0
// Someone who is signed in, and an API that has nothing yet.
import { http, HttpResponse, type RequestHandler } from 'msw';

import type { Schema } from '@/lib/api';
import { adoptUser } from '@/lib/session';
import { adopt } from '@/lib/token';

import { at, configAnswer, feesAnswer, grant, user } from './api';
import { server } from './server';

export const list = (items: readonly unknown[]) => HttpResponse.json({ items, next: null });

/** Every list is empty. What a test serves besides comes before it. */
const emptyLists = http.get(at('/*'), () => list([]));

export const builder: Schema<'User'> = { ...user, roles: ['builder'] };
export const admin: Schema<'User'> = { ...user, roles: ['admin'] };

/** Signs in; the handlers answer what is not an empty list. Call drop() afterwards. */
export function signIn(as: Schema<'User'>, ...handlers: RequestHandler[]): void {
  server.use(emptyLists);
  server.use(configAnswer, feesAnswer, http.get(at('/me'), () => HttpResponse.json(as)), http.get(at('/notifications/unread'), () => HttpResponse.json({ unread: 0 })), ...handlers);
  adopt({ ...grant('t'), user: as });
  adoptUser(as);
}

/** Keeps what is sent to an operation, and answers. */
export function recorded<Sent>(answer: () => Response) {
  const sent: Sent[] = [];
  const take = async ({ request }: { request: Request }) => {
    const text = await request.text();
    sent.push((text === '' ? {} : JSON.parse(text)) as Sent);
    return answer();
  };
  return { sent, take };
}
