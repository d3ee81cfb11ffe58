// SPDX-License-Identifier: Apache-2.0
// What all Stripe resources share: keys, parameters, pages of lists, expansion, the log.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import Stripe from 'stripe';

import { KEY, openSandbox, paidSession, sessionParameters } from './support.mjs';

const sandbox = await openSandbox();
const { stripe, url, control } = sandbox;
const api = (path, options = {}) => fetch(`${url}/stripe/v1/${path}`, {
  ...options, headers: { Authorization: `Bearer ${KEY}`, ...options.headers },
});

test('a missing key, and a key that is not a test key, are refused with 401', async () => {
  const missing = await fetch(`${url}/v1/customers`);
  assert.equal(missing.status, 401);
  assert.equal((await missing.json()).error.type, 'invalid_request_error');
  const live = new Stripe('sk_live_123456', { host: '127.0.0.1', port: new URL(url).port, protocol: 'http' });
  await assert.rejects(live.customers.list(), Stripe.errors.StripeAuthenticationError);
});

test('an unknown call is a 404 that says so', async () => {
  const response = await api('subscriptions');
  assert.equal(response.status, 404);
  assert.match((await response.json()).error.message, /Unrecognized request URL \(GET: \/v1\/subscriptions\)/);
});

test('answers carry a request id and the version that was asked for', async () => {
  const response = await api('customers', { headers: { 'Stripe-Version': '2024-06-20' } });
  assert.match(response.headers.get('request-id'), /^req_\w{14}$/);
  assert.equal(response.headers.get('stripe-version'), '2024-06-20');
});

test('parameters are refused when unknown, missing, empty or of the wrong type', async () => {
  const refused = (call, code, param) => assert.rejects(call, (error) =>
    error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400
    && error.code === code && error.param === param);
  await refused(stripe.customers.create({ surname: 'Lovelace' }), 'parameter_unknown', 'surname');
  await refused(stripe.customers.create({ email: 'nobody' }), 'email_invalid', 'email');
  await refused(stripe.transfers.create({ currency: 'usd', destination: 'acct_1' }), 'parameter_missing', 'amount');
  await refused(stripe.transfers.create({ amount: '', currency: 'usd', destination: 'acct_1' }), 'parameter_invalid_empty', 'amount');
  await refused(stripe.transfers.create({ amount: '1e2', currency: 'usd', destination: 'acct_1' }), 'parameter_invalid_integer', 'amount');
  await refused(stripe.customers.list({ limit: 101 }), 'parameter_invalid_integer', 'limit');
  const [line] = sessionParameters().line_items;
  await refused(
    stripe.checkout.sessions.create(sessionParameters({
      line_items: [line, { ...line, price_data: { ...line.price_data, unit_amount: 'x' } }],
    })),
    'parameter_invalid_integer', 'line_items[1][price_data][unit_amount]',
  );
});

test('nested brackets are read with and without positions', async () => {
  const response = await api('checkout/sessions', {
    method: 'POST',
    body: 'mode=payment&success_url=http%3A%2F%2Fshop.example%2F&line_items[][quantity]=2'
      + '&line_items[0][price_data][currency]=USD&line_items[0][price_data][unit_amount]=100'
      + '&line_items[0][price_data][product_data][name]=A%20%26%20B&expand[]=line_items',
  });
  const session = await response.json();
  assert.equal(session.amount_total, 200);
  assert.equal(session.line_items.data[0].description, 'A & B');
});

test('one parameter in two shapes is refused, and a hostile name harms nothing', async () => {
  const shapes = await api('customers', { method: 'POST', body: 'metadata=x&metadata[a]=b' });
  assert.equal(shapes.status, 400);
  const hostile = await api('customers', { method: 'POST', body: '__proto__[polluted]=yes' });
  assert.equal((await hostile.json()).error.code, 'parameter_unknown');
  assert.equal({}.polluted, undefined);
});

test('a customer is created, found by e-mail, changed and read', async () => {
  const created = await stripe.customers.create({
    email: 'ada@example.org', name: 'Ada', metadata: { user: '1', team: 'x' },
  });
  assert.match(created.id, /^cus_/);
  const updated = await stripe.customers.update(created.id, { name: 'Ada L.', metadata: { team: '', plan: 'pro' } });
  assert.deepEqual({ ...updated.metadata }, { user: '1', plan: 'pro' });
  assert.equal((await stripe.customers.retrieve(created.id)).name, 'Ada L.');
  const found = await stripe.customers.list({ email: 'ada@example.org' });
  assert.deepEqual(found.data.map(({ id }) => id), [created.id]);
  assert.equal((await stripe.customers.list({ email: 'eve@example.org' })).data.length, 0);
  await assert.rejects(stripe.customers.retrieve('cus_none'), (error) =>
    error.statusCode === 404 && error.code === 'resource_missing' && error.message === "No such customer: 'cus_none'");
});

test('lists come newest first in pages, forwards and backwards', async () => {
  const ids = [];
  for (let n = 0; n < 5; n += 1) {
    ids.unshift((await stripe.customers.create({ email: 'many@example.org' })).id);
  }
  const email = 'many@example.org';
  const first = await stripe.customers.list({ email, limit: 2 });
  assert.deepEqual(first.data.map(({ id }) => id), ids.slice(0, 2));
  assert.equal(first.has_more, true);
  const last = await stripe.customers.list({ email, limit: 2, starting_after: ids[2] });
  assert.deepEqual(last.data.map(({ id }) => id), ids.slice(3));
  assert.equal(last.has_more, false);
  const before = await stripe.customers.list({ email, limit: 2, ending_before: ids[3] });
  assert.deepEqual(before.data.map(({ id }) => id), ids.slice(1, 3));
  assert.equal(before.has_more, true);
  const all = await stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 100 });
  assert.deepEqual(all.map(({ id }) => id), ids);
  await assert.rejects(stripe.customers.list({ starting_after: 'cus_none' }), { code: 'resource_missing' });
});

test('lists are narrowed by time of creation', async () => {
  const { created } = await stripe.customers.create({ email: 'timed@example.org' });
  const count = async (range) =>
    (await stripe.customers.list({ email: 'timed@example.org', created: range })).data.length;
  assert.equal(await count({ gte: created }), 1);
  assert.equal(await count({ gt: created }), 0);
  assert.equal(await count({ lt: created }), 0);
  assert.equal(await count(created), 1);
});

test('ids expand into their objects, also inside lists; nonsense does not', async () => {
  const { intent } = await paidSession(sandbox);
  assert.equal(intent.latest_charge.object, 'charge');
  const listed = await stripe.charges.list({
    payment_intent: intent.id, expand: ['data.balance_transaction', 'data.refunds'],
  });
  assert.equal(listed.data[0].balance_transaction.object, 'balance_transaction');
  assert.deepEqual(listed.data[0].refunds.data, []);
  await assert.rejects(stripe.charges.retrieve(listed.data[0].id, { expand: ['shoes'] }), /cannot be expanded/);
});

test('calls for a connected account are refused where they would be ignored', async () => {
  await assert.rejects(stripe.customers.list({}, { stripeAccount: 'acct_1' }), /connected account/);
});

test('each call is in the log, with parameters, key and status', async () => {
  const since = new Date().toISOString();
  await stripe.customers.create({ email: 'log@example.org' }, { idempotencyKey: 'key-of-the-log' });
  await stripe.customers.retrieve('cus_none').catch(() => {});
  const { items } = await control(`requests?path=/v1/customers&since=${since}`);
  assert.deepEqual(items.map(({ method, path, status }) => [method, path, status]), [
    ['GET', '/v1/customers/cus_none', 404],
    ['POST', '/v1/customers', 200],
  ]);
  assert.equal(items[1].idempotency_key, 'key-of-the-log');
  assert.deepEqual(items[1].parameters, { email: 'log@example.org' });
  assert.deepEqual((await control('requests?path=/v1/accounts')).items, []);
});

test('parts of the state can be asked for', async () => {
  assert.deepEqual(Object.keys(await control('state?only=refunds,transfers')), ['refunds', 'transfers']);
  await assert.rejects(control('state?only=refunds,nonsense'), /no nonsense/);
});

test('reset forgets everything', async () => {
  await stripe.customers.create({ email: 'gone@example.org' });
  assert.notEqual((await control('state')).customers.length, 0);
  await control('reset', {});
  const state = await control('state');
  assert.deepEqual([state.customers, state.events, state.requests], [[], [], []]);
});
