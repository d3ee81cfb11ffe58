// SPDX-License-Identifier: Apache-2.0
import { http as answers, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { at, grant, problem, user } from '@/test/api';
import { server } from '@/test/server';

import { http } from './api';
import { slugOf } from './problem';
import { adopt, drop, sessionStatus } from './token';

const GOOD = 'new';

/** GET /me takes only the token that a renewal gives. */
function meWantsRenewedToken() {
  return answers.get(at('/me'), ({ request }) =>
    request.headers.get('authorization') === `Bearer ${GOOD}` ? HttpResponse.json(user) : problem(401, 'unauthorized'),
  );
}

/** Counts renewals. */
function renewals(answer: () => Response) {
  const seen: Request[] = [];
  server.use(
    answers.post(at('/auth/refresh'), ({ request }) => {
      seen.push(request);
      return answer();
    }),
  );
  return seen;
}

beforeEach(() => adopt(grant('old')));
afterEach(drop);

describe('a token that is refused', () => {
  it('is renewed silently, and the request goes out again', async () => {
    const seen = renewals(() => HttpResponse.json(grant(GOOD)));
    server.use(meWantsRenewedToken());
    const { data } = await http.GET('/me');
    expect(data?.email).toBe(user.email);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers.get('x-peertest')).toBe('1');
    expect(seen[0]?.headers.has('authorization')).toBe(false);
  });

  it('is renewed once for many requests at the same time', async () => {
    const seen = renewals(() => HttpResponse.json(grant(GOOD)));
    server.use(meWantsRenewedToken());
    const all = await Promise.all(Array.from({ length: 8 }, () => http.GET('/me')));
    expect(all.every(({ response }) => response.ok)).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('is not renewed again when the new one is refused as well', async () => {
    const seen = renewals(() => HttpResponse.json(grant('also refused')));
    server.use(meWantsRenewedToken());
    const { response } = await http.GET('/me');
    expect(response.status).toBe(401);
    expect(seen).toHaveLength(1);
  });

  it('ends the session when there is no new one', async () => {
    renewals(() => problem(401, 'session-ended'));
    server.use(meWantsRenewedToken());
    const { response } = await http.GET('/me');
    expect(response.status).toBe(401);
    expect(sessionStatus()).toBe('signed-out');
  });

  it('leaves the session alone when the server is away', async () => {
    renewals(() => problem(503, 'unavailable'));
    server.use(meWantsRenewedToken());
    await http.GET('/me');
    expect(sessionStatus()).toBe('signed-in');
  });

  it('keeps the body and the idempotency key of what is sent again', async () => {
    renewals(() => HttpResponse.json(grant(GOOD)));
    const sent: { key: string | null; body: unknown }[] = [];
    server.use(
      answers.post(at('/me/roles'), async ({ request }) => {
        sent.push({ key: request.headers.get('idempotency-key'), body: await request.json() });
        return sent.length === 1 ? problem(401, 'unauthorized') : HttpResponse.json(user);
      }),
    );
    await http.POST('/me/roles', { body: { role: 'tester' } });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  });
});

it('does not take a wrong password for an old token', async () => {
  const seen = renewals(() => HttpResponse.json(grant(GOOD)));
  server.use(answers.post(at('/auth/password/change'), () => problem(401, 'invalid-credentials')));
  const { error } = await http.POST('/auth/password/change', {
    body: { current_password: 'wrong', password: 'a good long one' },
  });
  expect(error && slugOf(error)).toBe('invalid-credentials');
  expect(seen).toHaveLength(0);
});

it('renews a token that has run out before it is used', async () => {
  adopt({ ...grant('old'), expires_in: 0 });
  const seen = renewals(() => HttpResponse.json(grant(GOOD)));
  const tokens: (string | null)[] = [];
  server.use(
    answers.get(at('/me'), ({ request }) => {
      tokens.push(request.headers.get('authorization'));
      return HttpResponse.json(user);
    }),
  );
  await http.GET('/me');
  expect(seen).toHaveLength(1);
  expect(tokens).toEqual([`Bearer ${GOOD}`]);
});

describe('the idempotency key', () => {
  /** Sends the same action as often as there are answers, and returns the keys. */
  async function keysOver(given: (() => Response)[]): Promise<(string | null)[]> {
    const keys: (string | null)[] = [];
    server.use(
      answers.post(at('/me/roles'), ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return given[keys.length - 1]?.() ?? HttpResponse.error();
      }),
    );
    for (const _ of given) {
      // One after the other, as a person clicks.
      // oxlint-disable-next-line no-await-in-loop
      await http.POST('/me/roles', { body: { role: 'tester' } });
    }
    return keys;
  }
  const done = () => HttpResponse.json(user);

  it.each([
    ['the network was lost', () => HttpResponse.error()],
    ['the server stumbled', () => problem(500, 'internal')],
    ['it was too often', () => problem(429, 'rate-limited')],
    ['the first is still running', () => problem(409, 'idempotency-running')],
  ])('stays the same when %s', async (_name, failure) => {
    const [first, second] = await keysOver([failure, done]);
    expect(second).toBe(first);
  });

  it.each([
    ['it worked', done],
    ['it was refused', () => problem(409, 'wrong-state')],
  ])('is a new one after %s', async (_name, outcome) => {
    const [first, second] = await keysOver([outcome, done]);
    expect(second).not.toBe(first);
  });
});

describe('what is no answer of the API', () => {
  it('becomes a problem: no connection', async () => {
    server.use(answers.get(at('/config'), () => HttpResponse.error()));
    const { error } = await http.GET('/config');
    expect(error && slugOf(error as never)).toBe('no-connection');
  });

  it("becomes a problem: another server's error page", async () => {
    const page = new HttpResponse('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html', 'x-request-id': 'r7' } });
    server.use(answers.get(at('/config'), () => page));
    const { error } = await http.GET('/config');
    expect(error).toMatchObject({ type: '/client/unreadable', status: 502, request_id: 'r7' });
  });

  it('becomes a problem: no answer in time', async () => {
    const soon = AbortSignal.timeout(5);
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(soon);
    server.use(answers.get(at('/config'), () => new Promise<Response>(() => undefined)));
    const { error } = await http.GET('/config');
    expect(error && slugOf(error as never)).toBe('too-slow');
  });

  it('but leaving the page is not a problem', async () => {
    server.use(answers.get(at('/config'), () => new Promise<Response>(() => undefined)));
    const leaving = new AbortController();
    const request = http.GET('/config', { signal: leaving.signal });
    leaving.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('names itself only on the routes that read the cookie', async () => {
  const named: (string | null)[] = [];
  server.use(
    answers.all(at('/*'), ({ request }) => {
      named.push(request.headers.get('x-peertest'));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await http.POST('/auth/logout');
  await http.POST('/auth/password/forgot', { body: { email: 'a@b.example' } });
  expect(named).toEqual(['1', null]);
});
