// SPDX-License-Identifier: Apache-2.0
// The test cards, and what each does. Source: https://docs.stripe.com/testing

import { createHash } from 'node:crypto';

const declined = (code, decline_code, message) => ({ code, decline_code, message });

const CARDS = [
  { number: '4242424242424242', label: 'Pays' },
  { number: '5555555555554444', label: 'Pays', brand: 'mastercard' },
  {
    number: '4000000000000077',
    label: 'Pays, funds available at once',
    settlesAtOnce: true,
  },
  {
    number: '4000000000007726',
    label: 'Pays, refunds stay pending',
    refundStatus: 'pending',
  },
  { number: '4000002500003155', label: 'Asks for 3-D Secure', authenticates: true },
  {
    number: '4000000000000002',
    label: 'Is declined',
    failure: declined('card_declined', 'generic_decline', 'Your card was declined.'),
  },
  {
    number: '4000000000009995',
    label: 'Has insufficient funds',
    failure: declined('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  },
  {
    number: '4000000000000069',
    label: 'Is expired',
    failure: declined('expired_card', 'expired_card', 'Your card has expired.'),
  },
];

/** The cards as the pages list them. */
export const testCards = CARDS.map(({ number, label }) => ({ number, label }));

/** What a card does; any number but the test cards' is declined, as in Stripe's test mode. */
export function cardFor(number) {
  const known = CARDS.find((card) => card.number === number) ?? {
    number,
    failure: declined(
      'card_declined',
      'test_mode_live_card',
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
    ),
  };
  return { brand: 'visa', last4: number.slice(-4), ...known };
}

export const AUTHENTICATION_FAILURE = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

/** The PaymentMethod object of a card. */
export function paymentMethodOf(card, id, created) {
  return {
    id,
    object: 'payment_method',
    billing_details: { address: null, email: null, name: null, phone: null },
    card: { ...cardDetails(card), funding: 'credit' },
    created,
    customer: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

/** The same for the same number, whoever pays with it, and of no other use. */
export function fingerprintOf(number) {
  return createHash('sha256').update(`sandbox ${number}`).digest('base64url').slice(0, 16);
}

/** The card part that charges and payment methods show. */
export function cardDetails(card) {
  return {
    brand: card.brand,
    country: 'US',
    exp_month: 12,
    exp_year: 2034,
    fingerprint: fingerprintOf(card.number),
    last4: card.last4,
  };
}

/** The test card that a charge was made with. */
export function cardOf(charge) {
  const { last4 } = charge.payment_method_details.card;
  return CARDS.find((card) => card.number.endsWith(last4));
}
