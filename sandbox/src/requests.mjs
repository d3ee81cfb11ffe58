// SPDX-License-Identifier: Apache-2.0
// The log of what the sandbox was asked: every call to a provider's API.

import { newId } from './stripe/ids.mjs';

/**
 * Notes a request before it is carried out; its status is filled in with the answer and
 * stays null when the connection was cut.
 */
export function logRequest(world, { service, method, path, parameters, idempotency_key }) {
  return world.store.add('requests', {
    id: newId('req'),
    at: new Date().toISOString(),
    service,
    method,
    path,
    parameters,
    idempotency_key: idempotency_key ?? null,
    status: null,
    replayed: false,
    fault: null,
  });
}

/** The log, newest first, narrowed by the start of the path and by time. */
export function findRequests(world, { path = '', since }) {
  const start = since === undefined ? -Infinity : instant(since);
  return world.store.newestFirst('requests').filter(
    (request) => request.path.startsWith(path) && Date.parse(request.at) >= start,
  );
}

/** An instant as RFC 3339 or as milliseconds since 1970. */
function instant(text) {
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
}
