// SPDX-License-Identifier: Apache-2.0
// Checkout Sessions: a cart, a hosted page to pay it on, and an end by payment or time.

import { invalidRequest } from './errors.mjs';
import { newId } from './ids.mjs';
import {
  currency, email, integer, list, mergeMetadata, metadata, object, oneOf, required, text, url,
} from './parameters.mjs';
import { cancelIntent, intentFields } from './payment-intents.mjs';
import { find, listRoute, pageFields, pageOf, retrieveRoute } from './resources.mjs';

const MINUTE_S = 60;
const DAY_S = 24 * 3600;
const MIN_TOTAL = 50;

const lineFields = {
  price_data: required(object({
    currency: required(currency()),
    product_data: required(object({
      name: required(text()),
      description: text(),
      metadata: metadata(),
    })),
    unit_amount: required(integer()),
  })),
  quantity: required(integer({ min: 1, max: 999_999 })),
};

const createFields = {
  cancel_url: url(),
  client_reference_id: text({ max: 200 }),
  customer: text(),
  customer_email: email(),
  expires_at: integer({ max: 99_999_999_999 }),
  line_items: required(list(object(lineFields))),
  locale: text(),
  metadata: metadata(),
  mode: required(oneOf('payment')),
  payment_intent_data: object(intentFields),
  payment_method_types: list(oneOf('card')),
  submit_type: oneOf('auto', 'book', 'donate', 'pay'),
  success_url: required(url()),
};

function createSession(world, input) {
  const customer = input.customer
    ? find(world, 'customers', 'customer', input.customer, 'customer') : null;
  if (customer && input.customer_email) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', { param: 'customer' });
  }
  const expiresAt = readExpiry(world, input.expires_at);
  const lines = input.line_items.map((item) => makeLine(item));
  const total = totalOf(lines);
  const id = newId('cs_test');
  // The PaymentIntent comes into being with the first attempt to pay, not now
  // (https://docs.stripe.com/upgrades#2022-08-01), so its data waits in the cart.
  world.store.add('carts', { id, lines, intent: input.payment_intent_data ?? {} });
  return world.store.add('checkout_sessions',
    makeSession(world, { id, input, customer, expiresAt, currency: lines[0].currency, total }));
}

function readExpiry(world, expiresAt) {
  const now = world.seconds();
  if (expiresAt === undefined || expiresAt === null) return now + DAY_S;
  if (expiresAt < now + 30 * MINUTE_S) {
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', { param: 'expires_at' });
  }
  if (expiresAt > now + DAY_S) {
    throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', { param: 'expires_at' });
  }
  return expiresAt;
}

function makeLine({ price_data: price, quantity }) {
  const amount = price.unit_amount * quantity;
  return {
    id: newId('li'),
    object: 'item',
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: price.product_data.name,
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      currency: price.currency,
      livemode: false,
      product: newId('prod'),
      type: 'one_time',
      unit_amount: price.unit_amount,
      unit_amount_decimal: String(price.unit_amount),
    },
    quantity,
  };
}

function totalOf(lines) {
  if (lines.some((line) => line.currency !== lines[0].currency)) {
    throw invalidRequest('All line items must use the same currency.', { param: 'line_items' });
  }
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  if (total < MIN_TOTAL) {
    throw invalidRequest("The Checkout Session's total amount due must add up to at least 50 minor units.", { code: 'amount_too_small' });
  }
  if (total > 99_999_999) {
    throw invalidRequest("The Checkout Session's total amount must be no more than 999,999.99.", { code: 'amount_too_large' });
  }
  return total;
}

function makeSession(world, { id, input, customer, expiresAt, currency: unit, total }) {
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: world.seconds(),
    currency: unit,
    currency_conversion: null,
    custom_fields: [],
    customer: customer?.id ?? null,
    customer_creation: customer ? null : 'if_required',
    customer_details: payerDetails(customer, input.customer_email),
    customer_email: input.customer_email ?? null,
    discounts: [],
    expires_at: expiresAt,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: input.locale ?? null,
    metadata: mergeMetadata({}, input.metadata),
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submit_type ?? null,
    subscription: null,
    success_url: input.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted',
    url: world.url(`/stripe/checkout/${id}`),
    wallet_options: null,
  };
}

function payerDetails(customer, givenEmail) {
  const address = customer?.email ?? givenEmail;
  if (!address) return null;
  return {
    address: null, email: address, name: customer?.name ?? null, phone: null,
    tax_exempt: 'none', tax_ids: [],
  };
}

/** Ends an open session unpaid, and with it its PaymentIntent. */
export function expireSession(world, session) {
  Object.assign(session, { status: 'expired', url: null });
  const intent = world.store.payment_intents.get(session.payment_intent);
  if (intent) cancelIntent(world, intent, 'abandoned');
  world.emit('checkout.session.expired', session);
  return session;
}

/** Ends the sessions whose time is over. */
export function expireOverdueSessions(world) {
  for (const session of world.store.checkout_sessions.values()) {
    if (session.status === 'open' && session.expires_at <= world.seconds()) {
      expireSession(world, session);
    }
  }
}

function expireOnRequest(world, input, { id }) {
  const session = find(world, 'checkout_sessions', 'checkout.session', id);
  if (session.status !== 'open') {
    throw invalidRequest(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`);
  }
  return expireSession(world, session);
}

const path = '/v1/checkout/sessions';

export const routes = [
  { method: 'POST', path, input: createFields, run: createSession },
  { method: 'POST', path: `${path}/:id/expire`, input: {}, run: expireOnRequest },
  {
    method: 'GET',
    path: `${path}/:id/line_items`,
    input: pageFields,
    run(world, input, { id }) {
      find(world, 'checkout_sessions', 'checkout.session', id);
      return pageOf(`${path}/${id}/line_items`, world.store.carts.get(id).lines, input);
    },
  },
  retrieveRoute(path, 'checkout_sessions', 'checkout.session'),
  listRoute(path, 'checkout_sessions', {
    customer: text(), payment_intent: text(), status: oneOf('complete', 'expired', 'open'),
  }),
];
