// SPDX-License-Identifier: Apache-2.0
import { keyFor, settle } from './idempotency';
import { slugOf, type Problem } from './problem';
import { currentToken, renew } from './token';
import { send } from './transport';

/** Routes that read the refresh cookie: they want X-PeerTest and never a renewal of the token. */
const COOKIE_ROUTE = /\/auth\/(?:login|refresh|logout)$/;

/** The fetch of the API client: token, idempotency key, and one silent renewal with replay. */
export async function apiFetch(request: Request): Promise<Response> {
  const isCookieRoute = COOKIE_ROUTE.test(new URL(request.url).pathname);
  if (isCookieRoute) request.headers.set('X-PeerTest', '1');
  if (request.method !== 'POST') return sendWithToken(request, isCookieRoute);

  const action = `${request.url} ${await request.clone().text()}`;
  request.headers.set('Idempotency-Key', keyFor(action));
  const response = await sendWithToken(request, isCookieRoute);
  if (await isDecided(response)) settle(action);
  return response;
}

async function sendWithToken(request: Request, isCookieRoute: boolean): Promise<Response> {
  const token = isCookieRoute ? null : await currentToken();
  const response = await send(withToken(request, token));
  if (!token || !(await isTokenRefused(response))) return response;

  const stillOld = (await currentToken()) === token;
  const next = stillOld ? await renew() : await currentToken();
  return next && next !== token ? send(withToken(request, next)) : response;
}

function withToken(request: Request, token: string | null): Request {
  const copy = request.clone(); // a body can be sent once; the original is kept for the replay
  if (token) copy.headers.set('Authorization', `Bearer ${token}`);
  return copy;
}

/** A 401 may also mean a wrong password in the form; a new token would not help that. */
async function isTokenRefused(response: Response): Promise<boolean> {
  return response.status === 401 && (await slugIn(response)) === 'unauthorized';
}

/** False while the server may still be at it, or may not have begun: then the same key asks again. */
async function isDecided(response: Response): Promise<boolean> {
  if (response.status >= 500 || response.status === 429) return false;
  return response.status !== 409 || (await slugIn(response)) !== 'idempotency-running';
}

async function slugIn(response: Response): Promise<string> {
  return slugOf((await response.clone().json()) as Problem); // transport.ts lets no other form of error through
}
