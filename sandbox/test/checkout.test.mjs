// SPDX-License-Identifier: Apache-2.0
// Checkout Sessions and the hosted page that pays them.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openSandbox, sessionParameters, until } from './support.mjs';

const { stripe, hook, control, browse } = await openSandbox();

const CARD = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' };
const create = (overrides) => stripe.checkout.sessions.create(sessionParameters(overrides));
const submit = (session, card = {}) => browse(new URL(session.url).pathname, { ...CARD, ...card });
const reread = (session) => stripe.checkout.sessions.retrieve(session.id);

beforeEach(async () => {
  await control('reset', {});
  hook.received.length = 0;
});

test('a session has a cart, a total, a page, and no PaymentIntent before the first attempt', async () => {
  const customer = await stripe.customers.create({ email: 'ada@example.org' });
  const session = await create({
    customer: customer.id, client_reference_id: 'payment-1', metadata: { payment: '1' },
  });
  assert.match(session.id, /^cs_test_/);
  assert.deepEqual(
    [session.status, session.payment_status, session.amount_total, session.currency, session.payment_intent],
    ['open', 'unpaid', 4950, 'usd', null]);
  assert.equal(session.customer, customer.id);
  assert.equal(session.customer_details.email, 'ada@example.org');
  assert.equal(session.client_reference_id, 'payment-1');
  assert.deepEqual({ ...session.metadata }, { payment: '1' });
  const lines = await stripe.checkout.sessions.listLineItems(session.id);
  assert.equal(lines.data[0].description, 'Test of a shop');
});

test('sessions are found by customer, intent and status', async () => {
  const customer = await stripe.customers.create({});
  const mine = await create({ customer: customer.id });
  await create();
  const ids = async (filter) =>
    (await stripe.checkout.sessions.list(filter)).data.map(({ id }) => id);
  assert.deepEqual(await ids({ customer: customer.id }), [mine.id]);
  await control(`checkout/${mine.id}/pay`, { card: '4242424242424242' });
  const { payment_intent } = await reread(mine);
  assert.deepEqual(await ids({ payment_intent }), [mine.id]);
  assert.deepEqual(await ids({ status: 'complete' }), [mine.id]);
});

test('a session that Stripe would refuse is refused', async () => {
  const [line] = sessionParameters().line_items;
  const priced = (price) => ({ ...line, price_data: { ...line.price_data, ...price } });
  await assert.rejects(create({ line_items: [priced({ unit_amount: 49 })] }), { code: 'amount_too_small' });
  await assert.rejects(create({ line_items: [line, priced({ currency: 'eur' })] }), /same currency/);
  await assert.rejects(create({ customer: 'cus_none' }), { code: 'resource_missing', param: 'customer' });
  await assert.rejects(create({ success_url: 'javascript:alert(1)' }), { code: 'url_invalid' });
  await assert.rejects(create({ mode: 'subscription' }), { param: 'mode' });
  const now = Math.floor(Date.now() / 1000);
  await assert.rejects(create({ expires_at: now + 60 }), /at least 30 minutes/);
  await assert.rejects(create({ expires_at: now + 90_000 }), /less than 24 hours/);
});

test('the page shows what is paid, in test mode, without scripts', async () => {
  const session = await create({
    line_items: [{
      price_data: { currency: 'usd', unit_amount: 1500, product_data: { name: '<b>Shop & co</b>' } },
      quantity: 2,
    }],
  });
  const { status, html, headers } = await browse(new URL(session.url).pathname);
  assert.equal(status, 200);
  assert.match(html, /<title>Sandbox checkout<\/title>/);
  assert.match(html, /Test mode/);
  assert.match(html, /&lt;b&gt;Shop &amp; co&lt;\/b&gt;/);
  assert.match(html, /Pay \$30\.00/);
  assert.match(html, /href="http:\/\/shop\.example\/back">Back</);
  assert.doesNotMatch(html, /<script/);
  assert.match(headers.get('content-security-policy'), /default-src 'none'/);
});

test('a good card pays: events in order, the intent as laid down, back to the shop', async () => {
  const session = await create({
    payment_intent_data: { transfer_group: 'job_1', metadata: { payment: '7' } },
  });
  const { status, location } = await submit(session);
  assert.equal(status, 303);
  assert.equal(location, `http://shop.example/done?session=${session.id}`);
  const paid = await reread(session);
  assert.deepEqual([paid.status, paid.payment_status], ['complete', 'paid']);
  const intent = await stripe.paymentIntents.retrieve(paid.payment_intent);
  assert.deepEqual([intent.status, intent.amount_received, intent.transfer_group], ['succeeded', 4950, 'job_1']);
  assert.deepEqual({ ...intent.metadata }, { payment: '7' });
  const charges = await stripe.charges.list({ transfer_group: 'job_1' });
  assert.deepEqual(charges.data.map(({ id }) => id), [intent.latest_charge]);
  const receipt = await browse(charges.data[0].receipt_url);
  assert.match(receipt.html, /\$49\.50/);
  await until(() => hook.types().slice(-3).join()
    === 'payment_intent.succeeded,charge.succeeded,checkout.session.completed');
});

test('paying twice charges once', async () => {
  const session = await create();
  await submit(session);
  assert.equal((await submit(session)).location, `http://shop.example/done?session=${session.id}`);
  assert.equal((await stripe.charges.list()).data.length, 1);
  await assert.rejects(control(`checkout/${session.id}/pay`, { card: '4242424242424242' }), { status: 409 });
});

for (const [number, code, declineCode, words] of [
  ['4000000000000002', 'card_declined', 'generic_decline', 'Your card was declined.'],
  ['4000000000009995', 'card_declined', 'insufficient_funds', 'Your card has insufficient funds.'],
  ['4000000000000069', 'expired_card', 'expired_card', 'Your card has expired.'],
  ['4111111111111111', 'card_declined', 'test_mode_live_card', 'non test card'],
]) {
  test(`card ${number} is declined as ${declineCode}, and another card may pay`, async () => {
    const session = await create();
    const { location } = await submit(session, { number });
    assert.ok((await browse(location)).html.includes(words));
    const { payment_intent } = await reread(session);
    const intent = await stripe.paymentIntents.retrieve(payment_intent);
    assert.equal(intent.status, 'requires_payment_method');
    assert.deepEqual(
      [intent.last_payment_error.type, intent.last_payment_error.code, intent.last_payment_error.decline_code],
      ['card_error', code, declineCode]);
    const charge = await stripe.charges.retrieve(intent.latest_charge);
    assert.deepEqual([charge.paid, charge.status, charge.failure_code], [false, 'failed', code]);
    await until(() => hook.types().at(-1) === 'payment_intent.payment_failed');
    assert.equal((await submit(session)).status, 303);
    assert.equal((await reread(session)).payment_status, 'paid');
  });
}

test('3-D Secure: failed it is a declined payment, completed it pays', async () => {
  const session = await create();
  const asked = await submit(session, { number: '4000 0025 0000 3155' });
  assert.match(asked.location, /\/authenticate$/);
  assert.match((await browse(asked.location)).html, /Complete authentication/);
  const { payment_intent } = await reread(session);
  assert.equal((await stripe.paymentIntents.retrieve(payment_intent)).status, 'requires_action');

  const failed = await browse(asked.location, { answer: 'fail' });
  assert.match((await browse(failed.location)).html, /unable to authenticate/);
  const intent = await stripe.paymentIntents.retrieve(payment_intent);
  assert.equal(intent.last_payment_error.code, 'payment_intent_authentication_failure');

  await submit(session, { number: '4000 0025 0000 3155' });
  const done = await browse(asked.location, { answer: 'complete' });
  assert.equal(done.location, `http://shop.example/done?session=${session.id}`);
  assert.equal((await stripe.paymentIntents.retrieve(payment_intent)).status, 'succeeded');
});

test('what cannot be a card is said at its field, and nothing is tried', async () => {
  const session = await create();
  const { html } = await submit(session, { number: '4242 4242 4242 4241', expiry: '01 / 20', cvc: '1' });
  assert.match(html, /mistyped/);
  assert.match(html, /in the past/);
  assert.match(html, /three or four digits/);
  assert.match(html, /value="4242 4242 4242 4241"/);
  assert.equal((await reread(session)).payment_intent, null);
});

test('a session that is expired by the shop takes no card; its intent is canceled', async () => {
  const session = await create();
  await submit(session, { number: '4000000000000002' });
  const expired = await stripe.checkout.sessions.expire(session.id);
  assert.deepEqual([expired.status, expired.url], ['expired', null]);
  assert.equal((await stripe.paymentIntents.retrieve(expired.payment_intent)).status, 'canceled');
  assert.match((await submit(session)).html, /has expired/);
  assert.equal((await stripe.charges.list()).data.filter(({ paid }) => paid).length, 0);
  await until(() => hook.types().slice(-2).join() === 'payment_intent.canceled,checkout.session.expired');
  await assert.rejects(stripe.checkout.sessions.expire(session.id), /status of expired/);
});

test('a session expires by time', async () => {
  const session = await create({ expires_at: Math.floor(Date.now() / 1000) + 1900 });
  await control('clock', { advance_s: 1800 });
  assert.equal((await reread(session)).status, 'open');
  await control('clock', { advance_s: 200 });
  assert.equal((await reread(session)).status, 'expired');
});

test('a paid session cannot be expired', async () => {
  const session = await create();
  await submit(session);
  await assert.rejects(stripe.checkout.sessions.expire(session.id), /status of complete/);
});

test('a PaymentIntent of its own is listed by customer and canceled; that of a session is not', async () => {
  const customer = await stripe.customers.create({});
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd', customer: customer.id });
  const listed = await stripe.paymentIntents.list({ customer: customer.id });
  assert.deepEqual(listed.data.map(({ id }) => id), [intent.id]);
  const canceled = await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
  assert.deepEqual([canceled.status, canceled.cancellation_reason], ['canceled', 'abandoned']);
  await until(() => hook.types().at(-1) === 'payment_intent.canceled');
  await assert.rejects(stripe.paymentIntents.cancel(intent.id), { code: 'payment_intent_unexpected_state' });

  const session = await create();
  await submit(session, { number: '4000000000000002' });
  const { payment_intent } = await reread(session);
  await assert.rejects(stripe.paymentIntents.cancel(payment_intent), /Expire the Checkout Session/);
});

test('the billing portal lists what a customer paid', async () => {
  const customer = await stripe.customers.create({ email: 'ada@example.org' });
  await submit(await create({ customer: customer.id }));
  const portal = await stripe.billingPortal.sessions.create({
    customer: customer.id, return_url: 'http://shop.example/account',
  });
  const { html } = await browse(portal.url);
  assert.match(html, /\$49\.50/);
  assert.match(html, /href="http:\/\/shop\.example\/account"/);
});
