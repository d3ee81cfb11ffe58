// SPDX-License-Identifier: Apache-2.0
// A payer's attempt to pay an open Checkout Session with a card.

import { AUTHENTICATION_FAILURE, cardFor, paymentMethodOf } from './cards.mjs';
import { createCharge } from './charges.mjs';
import { newId } from './ids.mjs';
import { createIntent } from './payment-intents.mjs';

/**
 * Tries a card on an open session.
 * @param number digits of a card
 * @return {outcome: "paid"}, {outcome: "authentication"} when the payer must pass 3-D Secure
 *   first, or {outcome: "declined", message}
 */
export function pay(world, session, number) {
  const card = cardFor(number);
  const intent = intentOf(world, session);
  intent.payment_method = newId('pm');
  intent.last_payment_error = null;
  if (card.failure) return decline(world, intent, card, card.failure);
  if (card.authenticates) {
    Object.assign(intent, {
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: { return_url: session.url, url: authenticationUrl(world, session) },
      },
      status: 'requires_action',
    });
    world.store.carts.get(session.id).card = number;
    return { outcome: 'authentication' };
  }
  return succeed(world, session, intent, card);
}

/** The payer's answer on the 3-D Secure page; the intent must be waiting for it. */
export function authenticate(world, session, passed) {
  const intent = intentOf(world, session);
  const card = cardFor(world.store.carts.get(session.id).card);
  intent.next_action = null;
  if (passed) return succeed(world, session, intent, card);
  return decline(world, intent, card, AUTHENTICATION_FAILURE);
}

export function awaitsAuthentication(world, session) {
  return world.store.payment_intents.get(session.payment_intent)?.status === 'requires_action';
}

function authenticationUrl(world, session) {
  return world.url(`/stripe/checkout/${session.id}/authenticate`);
}

function intentOf(world, session) {
  if (session.payment_intent) return world.store.payment_intents.get(session.payment_intent);
  const intent = createIntent(world, {
    ...world.store.carts.get(session.id).intent,
    amount: session.amount_total,
    currency: session.currency,
    customer: session.customer,
  });
  session.payment_intent = intent.id;
  return intent;
}

function succeed(world, session, intent, card) {
  const charge = createCharge(world, { intent, card, payer: session.customer_details });
  Object.assign(intent, {
    amount_received: intent.amount,
    latest_charge: charge.id,
    next_action: null,
    status: 'succeeded',
  });
  Object.assign(session, { payment_status: 'paid', status: 'complete', url: null });
  world.emit('payment_intent.succeeded', intent);
  world.emit('charge.succeeded', charge);
  world.emit('checkout.session.completed', session);
  return { outcome: 'paid' };
}

function decline(world, intent, card, failure) {
  const method = paymentMethodOf(card, intent.payment_method, world.seconds());
  // Without authentication the bank is never asked, so there is no charge to show.
  const charge = failure === AUTHENTICATION_FAILURE
    ? null : createCharge(world, { intent, card, failure });
  Object.assign(intent, {
    last_payment_error: {
      ...(charge && { charge: charge.id }),
      ...failure,
      doc_url: `https://stripe.com/docs/error-codes/${failure.code.replaceAll('_', '-')}`,
      payment_method: method,
      type: charge ? 'card_error' : 'invalid_request_error',
    },
    latest_charge: charge?.id ?? intent.latest_charge,
    payment_method: null,
    status: 'requires_payment_method',
  });
  world.emit('payment_intent.payment_failed', intent);
  return { outcome: 'declined', message: failure.message };
}
