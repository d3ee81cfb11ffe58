// SPDX-License-Identifier: Apache-2.0
import { clientProblem, type ClientSlug } from './problem';

const TIMEOUT_MS = 20_000;

/**
 * Sends one request and always comes back with an answer of the API's form: a lost network, a
 * time-out and a proxy's error page become problems too. Only the caller's own abort is thrown.
 */
export async function send(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(request, { signal });
    // The body is read here, so that the time-out covers it; as bytes, because it may be a document.
    const body = response.status === 204 || response.status === 205 ? null : await response.arrayBuffer();
    if (!response.ok && !isProblem(response)) {
      return problemResponse('unreadable', response.status, response.headers.get('x-request-id'));
    }
    return new Response(body, { status: response.status, headers: response.headers });
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    return signal.aborted ? problemResponse('too-slow', 504) : problemResponse('no-connection', 503);
  }
}

const isProblem = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;

function problemResponse(slug: ClientSlug, status: number, requestId?: string | null): Response {
  return new Response(JSON.stringify(clientProblem(slug, status, requestId)), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
