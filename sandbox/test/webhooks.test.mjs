// SPDX-License-Identifier: Apache-2.0
// Events, and how they reach the webhook.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openSandbox, paidSession, SECRET, until } from './support.mjs';

const sandbox = await openSandbox();
const { stripe, hook, control } = sandbox;

beforeEach(async () => {
  await control('reset', {});
  hook.received.length = 0;
});

const send = (type, options) => control('events', { type, object: { id: 'x', object: 'thing' }, ...options });
const received = (count) => until(() => hook.received.length >= count && hook.received);
const verified = ({ body, signature }) => stripe.webhooks.constructEvent(body, signature, SECRET);
const deliveries = async () => (await control('deliveries')).items;

test('a delivery passes the official verification and is the event that the API shows', async () => {
  const { charge } = await paidSession(sandbox);
  await received(3);
  const event = verified(hook.received[1]);
  assert.deepEqual([event.type, event.data.object.id], ['charge.succeeded', charge.id]);
  assert.deepEqual({ ...(await stripe.events.retrieve(event.id)) }, { ...event });
});

test('events are listed by type and time, and name the request that caused them', async () => {
  const { charge } = await paidSession(sandbox);
  await stripe.refunds.create({ charge: charge.id }, { idempotencyKey: 'refund-1' });
  const { data } = await stripe.events.list({ type: 'charge.refunded' });
  assert.deepEqual(data.map(({ data: { object } }) => object.id), [charge.id]);
  assert.equal(data[0].request.idempotency_key, 'refund-1');
  assert.match(data[0].request.id, /^req_/);
  assert.equal((await stripe.events.list({ created: { gt: data[0].created } })).data.length, 0);
  const [paid] = (await stripe.events.list({ type: 'charge.succeeded' })).data;
  assert.deepEqual([paid.request.id, paid.data.object.amount_refunded], [null, 0]);
});

test('a refused delivery is repeated with a fresh signature until it is taken', async () => {
  hook.answer(500, 302);
  await send('a.b');
  const [first, second, third] = await received(3);
  assert.equal(verified(third).id, verified(first).id);
  assert.ok(second.at - first.at >= 950, 'one second before the second attempt');
  assert.ok(third.at - second.at >= 1950, 'two seconds before the third');
  assert.notEqual(first.signature, third.signature);
  const [delivery] = await until(async () => {
    const items = await deliveries();
    return items[0].state === 'delivered' && items;
  });
  assert.deepEqual(delivery.attempts.map(({ status }) => status), [500, 302, 200]);
});

test('held events wait for their release', async () => {
  await control('webhooks', { mode: 'hold' });
  const { id } = await send('a.1');
  await send('a.2');
  assert.deepEqual((await deliveries()).map(({ state }) => state), ['held', 'held']);
  assert.deepEqual((await control(`deliveries?event=${id}`)).items.map(({ event }) => event), [id]);
  assert.equal((await control('deliveries?state=held')).items.length, 2);
  assert.deepEqual((await control('deliveries?state=waiting')).items, []);
  assert.equal(hook.received.length, 0);
  assert.deepEqual(await control('webhooks/release', {}), { released: 2 });
  await received(2);
  assert.deepEqual(hook.types(), ['a.1', 'a.2']);
});

test('copies of one event are the same event, each signed', async () => {
  await control('webhooks', { mode: 'deliver', copies: 3 });
  await send('a.b');
  const copies = await received(3);
  assert.equal(new Set(copies.map((copy) => verified(copy).id)).size, 1);
});

test('a delay holds every event back for that time', async () => {
  await control('webhooks', { mode: 'deliver', delay_ms: 300 });
  const start = Date.now();
  await send('a.b');
  const [{ at }] = await received(1);
  assert.ok(at - start >= 290);
});

test('shuffled events never come in the order in which they arose', async () => {
  await control('webhooks', { mode: 'hold', shuffle: true });
  const types = ['a.1', 'a.2', 'a.3'];
  for (const type of types) await send(type);
  await control('webhooks/release', {});
  await received(3);
  assert.notDeepEqual(hook.types(), types);
  assert.deepEqual(hook.types().sort(), types);

  hook.received.length = 0;
  await control('webhooks', { mode: 'deliver', shuffle: true });
  for (const type of types) await send(type);
  await received(3);
  assert.notDeepEqual(hook.types(), types);
});

test('an event is sent again on request, also while others are held', async () => {
  const event = await send('a.b');
  await received(1);
  await control('webhooks', { mode: 'hold' });
  await control(`events/${event.id}/resend`, {});
  const [first, second] = await received(2);
  assert.equal(second.body, first.body);
  await assert.rejects(control('events/evt_none/resend', {}), { status: 404 });
});

for (const signature of ['bad', 'stale', 'missing']) {
  test(`a delivery with a ${signature} signature does not verify, and the API knows no such event`, async () => {
    const event = await send('charge.succeeded', { signature });
    const [delivery] = await received(1);
    assert.equal(delivery.event.id, event.id);
    assert.throws(() => verified(delivery));
    await assert.rejects(stripe.events.retrieve(event.id), { code: 'resource_missing' });
  });
}

test('a delivery from the future is signed well but an hour ahead', async () => {
  await send('charge.succeeded', { signature: 'future' });
  const [{ body, signature, at }] = await received(1);
  const [, timestamp] = /t=(\d+)/.exec(signature);
  assert.ok(Number(timestamp) - at / 1000 > 3500);
  assert.ok(stripe.webhooks.constructEvent(body, signature, SECRET));
});

test('a hook that cannot be reached leaves the reason in the log', async () => {
  sandbox.world.config.webhookUrl = 'http://127.0.0.1:1/';
  await send('a.b');
  const [delivery] = await until(async () => {
    const items = await deliveries();
    return items[0].attempts.length > 0 && items;
  });
  assert.deepEqual([delivery.state, delivery.attempts[0].status], ['waiting', 0]);
  assert.notEqual(delivery.attempts[0].answer, '');
  sandbox.world.config.webhookUrl = hook.url;
  await received(1);
});

test('a forged event that is refused does not come again', async () => {
  hook.answer(400);
  await send('a.b', { signature: 'bad' });
  const [delivery] = await until(async () => {
    const items = await deliveries();
    return items[0].attempts.length > 0 && items;
  });
  assert.deepEqual([delivery.state, delivery.attempts[0].status], ['failed', 400]);
});

test('settings out of range are refused', async () => {
  await assert.rejects(control('webhooks', { mode: 'explode' }), { status: 400 });
  await assert.rejects(control('webhooks', { mode: 'deliver', copies: 0 }), { status: 400 });
  await assert.rejects(send('a.b', { signature: 'odd' }), { status: 400 });
});
