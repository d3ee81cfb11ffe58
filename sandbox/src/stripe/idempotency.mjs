// SPDX-License-Identifier: Apache-2.0
// Idempotency keys as Stripe keeps them: the first answer of an executed request is the
// answer to every repetition, for 24 hours. Source: https://docs.stripe.com/api/idempotent_requests

import { createHash } from 'node:crypto';

import { idempotencyError, invalidRequest } from './errors.mjs';

const KEPT_S = 24 * 3600;
const MAX_KEY_LENGTH = 255;

export class IdempotencyKeys {
  #world;
  #inFlight = new Set();

  constructor(world) {
    this.#world = world;
  }

  /**
   * Takes the key for one request; finish() must follow.
   * @return the stored answer {status, body, request}, or undefined for a new key
   */
  begin(key, method, path, body) {
    if (key.length > MAX_KEY_LENGTH) {
      throw invalidRequest(`Idempotency keys can be at most ${MAX_KEY_LENGTH} characters long.`);
    }
    if (this.#inFlight.has(key)) {
      throw idempotencyError(
        'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through). Please try again later.',
        { status: 409, code: 'idempotency_key_in_use' },
      );
    }
    const stored = this.#find(key);
    if (stored) refuseOtherUse(stored, method, path, body);
    this.#inFlight.add(key);
    return stored?.answer;
  }

  /** Keeps the answer of a request that was carried out, well or not. */
  keep(key, method, path, body, answer) {
    this.#world.store.add('idempotency_keys', {
      id: key,
      created: this.#world.seconds(),
      endpoint: `${method} ${path}`,
      parameters: digest(body),
      answer,
    });
  }

  finish(key) {
    this.#inFlight.delete(key);
  }

  #find(key) {
    const keys = this.#world.store.idempotency_keys;
    const stored = keys.get(key);
    if (stored && this.#world.seconds() - stored.created >= KEPT_S) {
      keys.delete(key);
      return undefined;
    }
    return stored;
  }
}

function refuseOtherUse(stored, method, path, body) {
  const advice = `Try using a key other than '${stored.id}' if you meant to execute a different request.`;
  if (stored.endpoint !== `${method} ${path}`) {
    throw idempotencyError(`Keys for idempotent requests can only be used for the same endpoint they were first used for ('${stored.endpoint}'). ${advice}`);
  }
  if (stored.parameters !== digest(body)) {
    throw idempotencyError(`Keys for idempotent requests can only be used with the same parameters they were first used with. ${advice}`);
  }
}

/** Equal for the same parameters in any order. */
function digest(body) {
  const sorted = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${value}`).sort();
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
