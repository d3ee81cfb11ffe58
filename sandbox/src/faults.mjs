// SPDX-License-Identifier: Apache-2.0
// Faults that a test asks for. Each is taken a number of times, then things work again.

import { setTimeout as sleep } from 'node:timers/promises';

import { newId } from './stripe/ids.mjs';

const DEFAULT_SILENCE_MS = 30_000;

/**
 * What each kind does to an HTTP request:
 * executes: the request has its effect all the same
 * answer: "normal", "429", "500", "507", "balance", or "none" when the connection is cut
 * silence: how long nothing happens first (or, with an effect, after it)
 */
const KINDS = {
  slow: { executes: true, answer: 'normal', silence: 1000 },
  timeout: { executes: false, answer: 'none', silence: DEFAULT_SILENCE_MS },
  timeout_after: { executes: true, answer: 'none', silence: DEFAULT_SILENCE_MS },
  429: { executes: false, answer: '429', silence: 0 },
  500: { executes: false, answer: '500', silence: 0 },
  // Only S3 knows this one: the store is full.
  507: { executes: false, answer: '507', silence: 0 },
  '500_after': { executes: true, answer: '500', silence: 0 },
  balance_insufficient: { executes: false, answer: 'balance', silence: 0 },
  cut_before: { executes: false, answer: 'none', silence: 0 },
  cut_after: { executes: true, answer: 'none', silence: 0 },
};

/** The one fault of the mail server: it refuses a message for now. */
export const SMTP_REFUSAL = 'smtp_451';

export const faultKinds = [...Object.keys(KINDS), SMTP_REFUSAL];

/** @param fault kind, times, and to narrow it method and path_prefix; delay_ms replaces its silence */
export function addFault(world, fault) {
  return world.store.add('faults', {
    id: newId('flt'),
    ...fault,
    // The API answers under two prefixes and knows its requests by the shorter one.
    path_prefix: fault.path_prefix.replace(/^\/stripe(?=\/v1)/, ''),
  });
}

/** Takes away what has not struck yet; returns how many that were. */
export function endFaults(world) {
  const { size } = world.store.faults;
  world.store.faults.clear();
  world.store.touch();
  return size;
}

/** The fault that waits for this request, used up once; undefined when there is none. */
export function takeHttpFault(world, method, path) {
  const fault = take(world, ({ kind, method: wanted, path_prefix }) =>
    kind !== SMTP_REFUSAL && ['any', method].includes(wanted) && path.startsWith(path_prefix));
  if (!fault) return undefined;
  const { executes, answer, silence } = KINDS[fault.kind];
  return { kind: fault.kind, executes, answer, silence_ms: fault.delay_ms ?? silence };
}

export function takeSmtpRefusal(world) {
  return take(world, ({ kind }) => kind === SMTP_REFUSAL);
}

export function silence(fault) {
  return fault.silence_ms > 0 ? sleep(fault.silence_ms) : undefined;
}

function take(world, matches) {
  const { faults } = world.store;
  const fault = [...faults.values()].find(matches);
  if (!fault) return undefined;
  fault.times -= 1;
  if (fault.times <= 0) faults.delete(fault.id);
  world.store.touch();
  return fault;
}
