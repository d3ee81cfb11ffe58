// SPDX-License-Identifier: Apache-2.0
// The control API under /_sandbox/: how a test looks into the sandbox and steers it.

import { addFault, endFaults, faultKinds } from '../faults.mjs';
import { BadRequest } from '../http/body.mjs';
import { json } from '../http/reply.mjs';
import { findRequests } from '../requests.mjs';
import { completeOnboarding, onboardingOutcomes } from '../stripe/accounts.mjs';
import { closeDispute, isOpen, openDispute } from '../stripe/disputes.mjs';
import { makeEvent } from '../stripe/events.mjs';
import { authenticate, awaitsAuthentication, pay } from '../stripe/payment.mjs';
import { payOut, payoutOutcomes } from '../stripe/payouts.mjs';
import { settleRefund } from '../stripe/refunds.mjs';
import { signatureKinds } from '../stripe/webhooks.mjs';
import { advanceClock } from './clock.mjs';

const at = (path) => `/_sandbox/${path}`;
const MAX_COPIES = 20;
const MAX_DELAY_MS = 3_600_000;

export const routes = [
  { method: 'GET', path: at('state'), run: showState },
  { method: 'POST', path: at('reset'), run: reset },
  { method: 'POST', path: at('clock'), run: moveClock },
  { method: 'GET', path: at('requests'), run: listRequests },
  { method: 'POST', path: at('faults'), run: setFault },
  { method: 'DELETE', path: at('faults'), run: ({ world }) => json({ ended: endFaults(world) }) },
  { method: 'POST', path: at('webhooks'), run: setWebhooks },
  { method: 'POST', path: at('webhooks/release'), run: releaseWebhooks },
  { method: 'GET', path: at('deliveries'), run: listDeliveries },
  { method: 'POST', path: at('events'), run: sendEvent },
  { method: 'POST', path: at('events/:id/resend'), run: resendEvent },
  { method: 'POST', path: at('checkout/:id/pay'), run: payCheckout },
  { method: 'POST', path: at('accounts/:id/complete'), run: endOnboarding },
  { method: 'POST', path: at('accounts/:id/payout'), run: startPayout },
  { method: 'POST', path: at('disputes'), run: startDispute },
  { method: 'POST', path: at('disputes/:id/close'), run: endDispute },
  { method: 'POST', path: at('refunds/:id/settle'), run: endRefund },
];

function showState({ world, query }) {
  const state = world.store.toJSON();
  const only = query.get('only')?.split(',');
  const unknown = only?.find((name) => !Object.hasOwn(state, name));
  if (unknown !== undefined) throw new BadRequest(`There is no ${unknown} in the state.`);
  return json(only ? Object.fromEntries(only.map((name) => [name, state[name]])) : state);
}

async function reset({ world }) {
  world.store.reset();
  world.bucket.empty();
  await world.webhooks.settled();
  return json({ reset: true });
}

function moveClock({ world, input }) {
  advanceClock(world, integer(input, 'advance_s', { min: 1, max: 400 * 24 * 3600 }));
  return json({ now: world.seconds(), offset_s: world.store.settings.clock_offset_s });
}

function listRequests({ world, query }) {
  return json({ items: findRequests(world, { path: query.get('path') ?? '', since: query.get('since') ?? undefined }) });
}

function setFault({ world, input }) {
  return json(addFault(world, {
    kind: choice(input, 'kind', faultKinds),
    method: choice(input, 'method', ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'any'], 'any'),
    path_prefix: String(input.path_prefix ?? '/'),
    times: integer(input, 'times', { min: 1, max: 1000, fallback: 1 }),
    delay_ms: integer(input, 'delay_ms', { min: 0, max: MAX_DELAY_MS, fallback: undefined }),
  }));
}

function setWebhooks({ world, input }) {
  world.store.settings.webhooks = {
    mode: choice(input, 'mode', ['deliver', 'hold'], 'deliver'),
    copies: integer(input, 'copies', { min: 1, max: MAX_COPIES, fallback: 1 }),
    delay_ms: integer(input, 'delay_ms', { min: 0, max: MAX_DELAY_MS, fallback: 0 }),
    shuffle: input.shuffle === true,
  };
  world.store.touch();
  return json(world.store.settings.webhooks);
}

function releaseWebhooks({ world }) {
  return json({ released: world.webhooks.release() });
}

function listDeliveries({ world, query }) {
  const [event, state] = ['event', 'state'].map((name) => query.get(name));
  const wanted = (delivery) => (!event || delivery.event === event) && (!state || delivery.state === state);
  return json({ items: world.store.newestFirst('deliveries').filter(wanted) });
}

/** Only a well-signed event is Stripe's own, to be found again through its API. */
function sendEvent({ world, input }) {
  const signature = choice(input, 'signature', signatureKinds, 'good');
  if (typeof input.type !== 'string' || typeof input.object !== 'object' || input.object === null) {
    throw new BadRequest('An event needs a type (text) and an object.');
  }
  if (signature === 'good') return json(world.emit(input.type, input.object));
  const event = makeEvent(world, input.type, input.object);
  world.webhooks.enqueue(event, signature);
  return json(event);
}

function resendEvent({ world, params }) {
  return json(world.webhooks.resend(existing(world, 'events', params.id)));
}

function payCheckout({ world, params, input }) {
  const session = existing(world, 'checkout_sessions', params.id);
  if (session.status !== 'open') {
    throw new BadRequest(`This session is ${session.status}, not open.`, 409);
  }
  if (!/^\d{12,19}$/.test(input.card)) throw new BadRequest('card must be the digits of a card number.');
  const wanted = choice(input, 'authentication', ['complete', 'fail'], 'complete');
  let result = pay(world, session, input.card);
  if (awaitsAuthentication(world, session)) result = authenticate(world, session, wanted === 'complete');
  return json({ ...result, session });
}

function endOnboarding({ world, params, input }) {
  const account = existing(world, 'accounts', params.id);
  return json(completeOnboarding(world, account, choice(input, 'outcome', onboardingOutcomes, 'active')));
}

function startPayout({ world, params, input }) {
  const account = existing(world, 'accounts', params.id);
  const items = payOut(world, account, choice(input, 'outcome', payoutOutcomes, 'paid'));
  if (items.length === 0) throw new BadRequest('Nothing is available to pay out; pending money needs the clock to move.', 409);
  return json({ items });
}

function startDispute({ world, input }) {
  const charge = existing(world, 'charges', input.charge);
  if (!charge.paid || charge.refunded || charge.disputed) {
    throw new BadRequest('Only a paid charge that is neither refunded nor disputed can be disputed.', 409);
  }
  return json(openDispute(world, charge, input.reason));
}

function endDispute({ world, params, input }) {
  const dispute = existing(world, 'disputes', params.id);
  if (!isOpen(dispute)) throw new BadRequest('This dispute is closed.', 409);
  return json(closeDispute(world, dispute, choice(input, 'outcome', ['won', 'lost'])));
}

function endRefund({ world, params, input }) {
  const refund = existing(world, 'refunds', params.id);
  const outcome = choice(input, 'outcome', ['succeeded', 'failed']);
  if (refund.status === 'failed' || refund.status === outcome) {
    throw new BadRequest(`This refund is already ${refund.status}.`, 409);
  }
  return json(settleRefund(world, refund, outcome));
}

function existing(world, collection, id) {
  const object = world.store[collection].get(id);
  if (!object) throw new BadRequest(`There is no ${id} among the ${collection}.`, 404);
  return object;
}

function choice(input, name, allowed, fallback) {
  const value = input[name] === undefined ? fallback : String(input[name]);
  if (allowed.includes(value)) return value;
  throw new BadRequest(`${name} must be one of: ${allowed.join(', ')}.`);
}

function integer(input, name, { min, max, ...optional }) {
  const value = input[name];
  if (value === undefined && 'fallback' in optional) return optional.fallback;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new BadRequest(`${name} must be a whole number from ${min} to ${max}.`);
}
