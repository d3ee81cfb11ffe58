// SPDX-License-Identifier: Apache-2.0
// PaymentIntents: one attempt after the other to collect one amount.

import { newId } from './ids.mjs';
import { invalidRequest } from './errors.mjs';
import {
  currency, email, integer, mergeMetadata, metadata, oneOf, required, text,
} from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

/** What a Checkout Session may lay down for the PaymentIntent that it will make. */
export const intentFields = {
  description: text(),
  metadata: metadata(),
  receipt_email: email(),
  setup_future_usage: oneOf('off_session', 'on_session'),
  statement_descriptor_suffix: text({ max: 22 }),
  transfer_group: text(),
};

const createFields = {
  ...intentFields,
  amount: required(integer({ min: 50 })),
  currency: required(currency()),
  customer: text(),
};

const CANCELABLE = ['requires_payment_method', 'requires_action', 'requires_confirmation'];

export function createIntent(world, input) {
  if (input.customer) find(world, 'customers', 'customer', input.customer, 'customer');
  const id = newId('pi');
  return world.store.add('payment_intents', {
    id,
    object: 'payment_intent',
    amount: input.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('x').slice(2)}`,
    confirmation_method: 'automatic',
    created: world.seconds(),
    currency: input.currency,
    customer: input.customer ?? null,
    description: input.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    processing: null,
    receipt_email: input.receipt_email ?? null,
    review: null,
    setup_future_usage: input.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: input.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: input.transfer_group ?? null,
  });
}

export function cancelIntent(world, intent, reason) {
  Object.assign(intent, {
    canceled_at: world.seconds(),
    cancellation_reason: reason ?? null,
    next_action: null,
    status: 'canceled',
  });
  world.emit('payment_intent.canceled', intent);
  return intent;
}

function cancelOnRequest(world, { cancellation_reason }, { id }) {
  const intent = find(world, 'payment_intents', 'payment_intent', id);
  if (!CANCELABLE.includes(intent.status)) {
    throw unexpectedState(intent, `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`);
  }
  // https://docs.stripe.com/api/payment_intents/cancel: such an intent belongs to its session.
  if ([...world.store.checkout_sessions.values()].some((session) => session.payment_intent === id)) {
    throw unexpectedState(intent, 'You cannot cancel the PaymentIntent of a Checkout Session. Expire the Checkout Session instead.');
  }
  return cancelIntent(world, intent, cancellation_reason);
}

function unexpectedState(intent, message) {
  return invalidRequest(message, {
    code: 'payment_intent_unexpected_state',
    payment_intent: structuredClone(intent),
  });
}

const path = '/v1/payment_intents';

export const routes = [
  {
    method: 'POST',
    path,
    input: createFields,
    run: (world, input) => createIntent(world, input),
  },
  {
    method: 'POST',
    path: `${path}/:id/cancel`,
    input: {
      cancellation_reason:
        oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
    },
    run: cancelOnRequest,
  },
  retrieveRoute(path, 'payment_intents', 'payment_intent'),
  listRoute(path, 'payment_intents', { customer: text() }),
];
