// SPDX-License-Identifier: Apache-2.0
// Refunds, disputes, and the book that everything adds up in.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { activeAccount, openSandbox, paidSession, until } from './support.mjs';

const sandbox = await openSandbox();
const { stripe, hook, control } = sandbox;
const AVAILABLE_AT_ONCE = '4000000000000077';
const REFUNDS_STAY_PENDING = '4000000000007726';

beforeEach(async () => {
  await control('reset', {});
  hook.received.length = 0;
});

async function balanceOf(options) {
  const { available, pending } = await stripe.balance.retrieve({}, options);
  return [available[0]?.amount ?? 0, pending[0]?.amount ?? 0];
}

test('a refund by intent takes the amount, tells it, and is found again', async () => {
  const { intent, charge } = await paidSession(sandbox);
  const refund = await stripe.refunds.create({
    payment_intent: intent.id, amount: 1000, metadata: { decision: '2' }, reason: 'requested_by_customer',
  });
  assert.deepEqual([refund.status, refund.amount, refund.charge, refund.metadata.decision],
    ['succeeded', 1000, charge.id, '2']);
  const after = await stripe.charges.retrieve(charge.id);
  assert.deepEqual([after.amount_refunded, after.refunded], [1000, false]);
  const found = async (filter) => (await stripe.refunds.list(filter)).data.map(({ id }) => id);
  assert.deepEqual(await found({ charge: charge.id }), [refund.id]);
  assert.deepEqual(await found({ payment_intent: intent.id }), [refund.id]);
  assert.equal((await stripe.refunds.retrieve(refund.id)).amount, 1000);
  await until(() => hook.types().slice(-3).join() === 'refund.created,charge.refunded,refund.updated');
  assert.equal(hook.received.at(-2).event.data.object.amount_refunded, 1000);
});

test('refunds stay within what is left, and without an amount take all of it', async () => {
  const { charge } = await paidSession(sandbox);
  await stripe.refunds.create({ charge: charge.id, amount: 4000 });
  await assert.rejects(stripe.refunds.create({ charge: charge.id, amount: 951 }),
    { param: 'amount', message: 'Refund amount (951) is greater than unrefunded amount on charge (950)' });
  assert.equal((await stripe.refunds.create({ charge: charge.id })).amount, 950);
  assert.equal((await stripe.charges.retrieve(charge.id)).refunded, true);
  await assert.rejects(stripe.refunds.create({ charge: charge.id }), { code: 'charge_already_refunded' });
});

test('a refund needs exactly one thing to refund, and that must have been paid', async () => {
  const { charge, intent } = await paidSession(sandbox);
  await assert.rejects(stripe.refunds.create({}), /payment_intent or charge/);
  await assert.rejects(stripe.refunds.create({ charge: charge.id, payment_intent: intent.id }));
  const unpaid = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  await assert.rejects(stripe.refunds.create({ payment_intent: unpaid.id }), /successful charge/);
  await assert.rejects(stripe.refunds.create({ charge: 'ch_none' }), { code: 'resource_missing' });
});

test('a pending refund succeeds later; a refund that fails gives the money back', async () => {
  const { charge } = await paidSession(sandbox, {}, REFUNDS_STAY_PENDING);
  const refund = await stripe.refunds.create({ charge: charge.id });
  assert.equal(refund.status, 'pending');
  await control(`refunds/${refund.id}/settle`, { outcome: 'succeeded' });
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded');
  await until(() => hook.types().at(-1) === 'refund.updated');
  assert.equal(hook.received.at(-1).event.data.previous_attributes.status, 'pending');

  await control(`refunds/${refund.id}/settle`, { outcome: 'failed' });
  const failed = await stripe.refunds.retrieve(refund.id);
  assert.deepEqual([failed.status, failed.failure_reason], ['failed', 'expired_or_canceled_card']);
  assert.equal((await stripe.charges.retrieve(charge.id)).amount_refunded, 0);
  const sum = (await stripe.balanceTransactions.list({ limit: 100 })).data
    .filter(({ type }) => type !== 'charge').reduce((total, { net }) => total + net, 0);
  assert.equal(sum, 0);
});

test('a charge is pending for two days; what is drawn on it waits with it', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox);
  assert.deepEqual(await balanceOf(), [0, 4950 - 174]);
  await stripe.transfers.create({
    amount: 4000, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  await stripe.refunds.create({ charge: charge.id, amount: 700 });
  assert.deepEqual(await balanceOf(), [0, 76]);
  assert.deepEqual(await balanceOf({ stripeAccount: account.id }), [0, 4000]);
  await control('clock', { advance_s: 2 * 24 * 3600 });
  assert.deepEqual(await balanceOf(), [76, 0]);
  assert.deepEqual(await balanceOf({ stripeAccount: account.id }), [4000, 0]);
});

test('money that is available can be transferred without a source', async () => {
  const account = await activeAccount(sandbox);
  await paidSession(sandbox, {}, AVAILABLE_AT_ONCE);
  const transfer = await stripe.transfers.create({
    amount: 4776, currency: 'usd', destination: account.id, transfer_group: 'free',
  });
  assert.equal(transfer.source_transaction, null);
  assert.deepEqual(await balanceOf(), [0, 0]);
});

test('the book has one line for each movement, and the balance is its sum', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox, {}, AVAILABLE_AT_ONCE);
  const transfer = await stripe.transfers.create({
    amount: 2000, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 500 });
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 700 });
  const { data } = await stripe.balanceTransactions.list({ limit: 100 });
  assert.deepEqual(data.map(({ type, amount, net, source }) => [type, amount, net, source]), [
    ['refund', -700, -700, refund.id],
    ['transfer_refund', 500, 500, reversal.id],
    ['transfer', -2000, -2000, transfer.id],
    ['charge', 4950, 4776, charge.id],
  ]);
  assert.deepEqual(await balanceOf(), [4776 - 2000 + 500 - 700, 0]);
  const [line] = (await stripe.balanceTransactions.list({ source: transfer.id })).data;
  assert.equal((await stripe.balanceTransactions.retrieve(line.id)).status, 'available');
  assert.equal((await stripe.balanceTransactions.list({ type: 'charge' })).data.length, 1);
});

test('a dispute debits the platform with a fee and stops refunds; accepted it is lost', async () => {
  const { charge } = await paidSession(sandbox, {}, AVAILABLE_AT_ONCE);
  const dispute = await control('disputes', { charge: charge.id });
  assert.deepEqual([dispute.status, dispute.amount, dispute.reason], ['needs_response', 4950, 'fraudulent']);
  assert.equal((await stripe.charges.retrieve(charge.id)).disputed, true);
  assert.deepEqual(await balanceOf(), [4776 - 4950 - 1500, 0]);
  await assert.rejects(stripe.refunds.create({ charge: charge.id }), { code: 'charge_disputed' });
  await assert.rejects(control('disputes', { charge: charge.id }), { status: 409 });
  const closed = await stripe.disputes.close(dispute.id);
  assert.equal(closed.status, 'lost');
  await assert.rejects(stripe.disputes.close(dispute.id), /already closed/);
  await until(() => hook.types().slice(-2).join() === 'charge.dispute.created,charge.dispute.closed');
});

test('evidence is staged as often as one likes, and submitted once', async () => {
  const { charge } = await paidSession(sandbox, {}, AVAILABLE_AT_ONCE);
  const { id } = await control('disputes', { charge: charge.id });
  await stripe.disputes.update(id, { evidence: { customer_name: 'Ada' }, submit: false });
  const staged = await stripe.disputes.update(id, { evidence: { uncategorized_text: 'The work was done.' }, submit: false });
  assert.deepEqual(staged.evidence, { customer_name: 'Ada', uncategorized_text: 'The work was done.' });
  assert.deepEqual([staged.status, staged.evidence_details.submission_count], ['needs_response', 0]);
  const submitted = await stripe.disputes.update(id, { submit: true });
  assert.deepEqual([submitted.status, submitted.evidence_details.submission_count], ['under_review', 1]);
  await assert.rejects(stripe.disputes.update(id, { evidence: { customer_name: 'Eve' } }), /no longer open/);
  await control(`disputes/${id}/close`, { outcome: 'won' });
  assert.equal((await stripe.refunds.create({ charge: charge.id })).status, 'succeeded');
});

test('a dispute that is won brings the money back, not the fee', async () => {
  const { charge } = await paidSession(sandbox, {}, AVAILABLE_AT_ONCE);
  const { id } = await control('disputes', { charge: charge.id, reason: 'product_not_received' });
  await control(`disputes/${id}/close`, { outcome: 'won' });
  const dispute = await stripe.disputes.retrieve(id);
  assert.deepEqual([dispute.status, dispute.reason], ['won', 'product_not_received']);
  assert.deepEqual(await balanceOf(), [4776 - 1500, 0]);
  assert.deepEqual((await stripe.disputes.list({ charge: charge.id })).data.map((one) => one.id), [id]);
});
