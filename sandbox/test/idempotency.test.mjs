// SPDX-License-Identifier: Apache-2.0
// Idempotency keys, and the faults that make them necessary.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import Stripe from 'stripe';

import { KEY, openSandbox, paidSession } from './support.mjs';

const sandbox = await openSandbox();
const { stripe, url, control } = sandbox;

beforeEach(() => control('reset', {}));

const post = (path, body, key) => fetch(`${url}/v1/${path}`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${KEY}`, ...(key && { 'Idempotency-Key': key }) },
  body: new URLSearchParams(body),
});
const createCustomer = (key, body = { name: 'Ada' }) => post('customers', body, key);
const countCustomers = async () => (await stripe.customers.list()).data.length;

test('the same key and parameters give the first answer again', async () => {
  const first = await createCustomer('k1', { name: 'Ada', email: 'ada@example.org' });
  const second = await createCustomer('k1', { email: 'ada@example.org', name: 'Ada' });
  assert.equal(await second.text(), await first.text());
  assert.equal(first.headers.get('idempotent-replayed'), null);
  assert.equal(second.headers.get('idempotent-replayed'), 'true');
  assert.equal(second.headers.get('original-request'), first.headers.get('request-id'));
  assert.equal(await countCustomers(), 1);
  const { items } = await control('requests?path=/v1/customers');
  assert.deepEqual(items.filter(({ method }) => method === 'POST').map(({ replayed }) => replayed), [true, false]);
});

test('the same key with other parameters or for another call is refused', async () => {
  await createCustomer('k1');
  await assert.rejects(stripe.customers.create({ name: 'Eve' }, { idempotencyKey: 'k1' }), (error) =>
    error instanceof Stripe.errors.StripeIdempotencyError && error.statusCode === 400 && /same parameters/.test(error.message));
  await assert.rejects(stripe.accounts.create({ type: 'express' }, { idempotencyKey: 'k1' }), /same endpoint/);
  assert.equal(await countCustomers(), 1);
});

test('the error of an executed request is kept, even when its cause has gone', async () => {
  const { charge } = await paidSession(sandbox);
  const account = await stripe.accounts.create({ type: 'express' });
  const transfer = { amount: 100, currency: 'usd', destination: account.id, source_transaction: charge.id };
  assert.equal((await post('transfers', transfer, 'k2')).status, 400);
  await control(`accounts/${account.id}/complete`, { outcome: 'active' });
  const again = await post('transfers', transfer, 'k2');
  assert.equal(again.status, 400);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  assert.equal((await post('transfers', transfer, 'k3')).status, 200);
});

test('what its parameters rule out is not kept under the key', async () => {
  assert.equal((await createCustomer('k4', { surname: 'x' })).status, 400);
  assert.equal((await createCustomer('k4')).status, 200);
});

test('a key may be used for something else after 24 hours', async () => {
  await createCustomer('k5');
  await control('clock', { advance_s: 24 * 3600 - 60 });
  assert.equal((await createCustomer('k5', { name: 'Eve' })).status, 400);
  await control('clock', { advance_s: 61 });
  assert.equal((await createCustomer('k5', { name: 'Eve' })).status, 200);
});

test('a key that is too long is refused', async () => {
  assert.equal((await createCustomer('k'.repeat(256))).status, 400);
  assert.equal((await createCustomer('k'.repeat(255))).status, 200);
});

test('two requests at once with one key: one is carried out, the other conflicts', async () => {
  await control('faults', { kind: 'slow', path_prefix: '/stripe/v1/customers', delay_ms: 200 });
  const answers = await Promise.all([createCustomer('k6'), createCustomer('k6')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  const conflict = answers.find(({ status }) => status === 409);
  assert.equal((await conflict.json()).error.code, 'idempotency_key_in_use');
  assert.equal(await countCustomers(), 1);
});

test('a cut before the effect has none; the repetition has it', async () => {
  await control('faults', { kind: 'cut_before', method: 'POST' });
  await assert.rejects(createCustomer('k7'));
  assert.equal(await countCustomers(), 0);
  const { items } = await control('requests?path=/v1/customers');
  const cut = items.find(({ fault }) => fault === 'cut_before');
  assert.equal(cut.status, null);
  assert.equal((await createCustomer('k7')).headers.get('idempotent-replayed'), null);
});

test('a cut after the effect hides it; the repetition shows it, once', async () => {
  await control('faults', { kind: 'cut_after', method: 'POST' });
  await assert.rejects(createCustomer('k8'));
  assert.equal(await countCustomers(), 1);
  const repeated = await createCustomer('k8');
  assert.equal(repeated.status, 200);
  assert.equal(repeated.headers.get('idempotent-replayed'), 'true');
  assert.equal(await countCustomers(), 1);
});

test('a 500 is kept under its key; with an effect the object is there all the same', async () => {
  await control('faults', { kind: '500', method: 'POST' });
  assert.equal((await createCustomer('k9')).status, 500);
  const repeated = await createCustomer('k9');
  assert.deepEqual([repeated.status, repeated.headers.get('idempotent-replayed')], [500, 'true']);
  assert.equal(await countCustomers(), 0);

  await control('faults', { kind: '500_after', method: 'POST' });
  assert.equal((await createCustomer('k10')).status, 500);
  assert.equal(await countCustomers(), 1);
});

test('a refusal for lack of money is kept under its key', async () => {
  await control('faults', { kind: 'balance_insufficient', method: 'POST' });
  for (const replayed of [null, 'true']) {
    const refused = await createCustomer('k12');
    assert.deepEqual([refused.status, refused.headers.get('idempotent-replayed')], [400, replayed]);
    assert.equal((await refused.json()).error.code, 'balance_insufficient');
  }
  assert.equal(await countCustomers(), 0);
});

test('a 429 is not kept, and is an error of its own in the SDK', async () => {
  await control('faults', { kind: '429', method: 'POST' });
  await assert.rejects(stripe.customers.create({}, { idempotencyKey: 'k11' }), Stripe.errors.StripeRateLimitError);
  await stripe.customers.create({}, { idempotencyKey: 'k11' });
});

test('a time-out stays silent; with an effect the object is there all the same', async () => {
  const impatient = (key) => fetch(`${url}/v1/customers`, {
    method: 'POST', signal: AbortSignal.timeout(100),
    headers: { Authorization: `Bearer ${KEY}`, 'Idempotency-Key': key },
  });
  await control('faults', { kind: 'timeout', method: 'POST', delay_ms: 300 });
  await assert.rejects(impatient('k12'), { name: 'TimeoutError' });
  assert.equal(await countCustomers(), 0);
  await control('faults', { kind: 'timeout_after', method: 'POST', delay_ms: 300 });
  await assert.rejects(impatient('k13'), { name: 'TimeoutError' });
  assert.equal(await countCustomers(), 1);
});

test('a fault strikes as often as told, and only where told', async () => {
  await control('faults', { kind: '429', method: 'POST', path_prefix: '/v1/transfers', times: 2 });
  assert.equal((await createCustomer()).status, 200);
  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await post('transfers', {})).status);
  assert.deepEqual(statuses, [429, 429, 400]);
  await assert.rejects(control('faults', { kind: 'earthquake' }), { status: 400 });
});

test('faults that have not struck can be taken away', async () => {
  await control('faults', { kind: '500', times: 5 });
  const answer = await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
  assert.deepEqual(await answer.json(), { ended: 1 });
  assert.equal((await createCustomer()).status, 200);
});
