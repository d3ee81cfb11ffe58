// SPDX-License-Identifier: Apache-2.0
// Connected accounts and the money that goes to them.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { activeAccount, openSandbox, paidSession, until } from './support.mjs';

const sandbox = await openSandbox();
const { stripe, hook, control, browse } = sandbox;

beforeEach(async () => {
  await control('reset', {});
  hook.received.length = 0;
});

const newLink = (account) => stripe.accountLinks.create({
  account: account.id, type: 'account_onboarding',
  refresh_url: 'http://shop.example/refresh', return_url: 'http://shop.example/return',
});
const answer = (account, link, outcome) =>
  browse(`/stripe/onboarding/${account.id}`, { link: new URL(link.url).searchParams.get('link'), outcome });
const newAccount = () => stripe.accounts.create({
  type: 'express', country: 'DE', email: 'tester@example.org', metadata: { user: '7' },
  capabilities: { transfers: { requested: true } },
});

test('a new account can do nothing yet and says what it needs', async () => {
  const account = await newAccount();
  assert.match(account.id, /^acct_/);
  assert.deepEqual(
    [account.charges_enabled, account.payouts_enabled, account.details_submitted, account.capabilities.transfers],
    [false, false, false, 'inactive']);
  assert.ok(account.requirements.currently_due.includes('external_account'));
  assert.deepEqual((await stripe.accounts.list()).data.map(({ id }) => id), [account.id]);
  await assert.rejects(stripe.accounts.create({ type: 'custom' }), { param: 'type' });
});

test('onboarding completed on the page makes the account active', async () => {
  const account = await newAccount();
  const link = await newLink(account);
  assert.ok((await browse(link.url)).html.includes(account.id));
  const { location } = await answer(account, link, 'active');
  assert.equal(location, 'http://shop.example/return');
  const active = await stripe.accounts.retrieve(account.id);
  assert.deepEqual(
    [active.charges_enabled, active.payouts_enabled, active.details_submitted, active.capabilities.transfers],
    [true, true, true, 'active']);
  assert.deepEqual(active.requirements.currently_due, []);
  const event = await until(() => hook.received.at(-1)?.event);
  assert.deepEqual([event.type, event.account], ['account.updated', account.id]);
  assert.equal(event.data.object.payouts_enabled, true);
  assert.equal(event.data.previous_attributes.payouts_enabled, false);
});

for (const [outcome, reason] of [['restricted', 'requirements.past_due'], ['rejected', 'rejected.fraud']]) {
  test(`onboarding that ends ${outcome} leaves the account without transfers`, async () => {
    const account = await newAccount();
    await answer(account, await newLink(account), outcome);
    const { details_submitted, payouts_enabled, capabilities, requirements } =
      await stripe.accounts.retrieve(account.id);
    assert.deepEqual([details_submitted, payouts_enabled, capabilities.transfers, requirements.disabled_reason],
      [true, false, 'inactive', reason]);
  });
}

test('leaving onboarding for later changes nothing', async () => {
  const account = await newAccount();
  const { location } = await answer(account, await newLink(account), 'later');
  assert.equal(location, 'http://shop.example/return');
  assert.equal((await stripe.accounts.retrieve(account.id)).details_submitted, false);
});

test('an account link opens once and for five minutes, then leads to the refresh address', async () => {
  const account = await newAccount();
  const used = await newLink(account);
  assert.equal((await browse(used.url)).status, 200);
  assert.equal((await browse(used.url)).location, 'http://shop.example/refresh');
  const late = await newLink(account);
  await control('clock', { advance_s: 301 });
  assert.equal((await browse(late.url)).location, 'http://shop.example/refresh');
  assert.equal((await browse(`/stripe/onboarding/${account.id}`)).status, 404);
});

test('an account is changed; a capability asked for later starts inactive', async () => {
  const account = await stripe.accounts.create({ type: 'express', capabilities: {} });
  const changed = await stripe.accounts.update(account.id, {
    metadata: { user: '8' }, capabilities: { transfers: { requested: true } },
  });
  assert.deepEqual([changed.metadata.user, changed.capabilities.transfers], ['8', 'inactive']);
});

test('a login link needs submitted details and opens the Express dashboard', async () => {
  const account = await newAccount();
  await assert.rejects(stripe.accounts.createLoginLink(account.id), /not completed onboarding/);
  await control(`accounts/${account.id}/complete`, { outcome: 'active' });
  const { url } = await stripe.accounts.createLoginLink(account.id);
  assert.match((await browse(url)).html, /Express dashboard/);
});

test('a transfer draws on a charge, inherits its group and is found by it', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox, { payment_intent_data: { transfer_group: 'job_9' } });
  const transfer = await stripe.transfers.create({
    amount: 4500, currency: 'usd', destination: account.id, source_transaction: charge.id,
    metadata: { submission: '3' },
  });
  assert.deepEqual([transfer.amount, transfer.transfer_group, transfer.source_transaction, transfer.reversed],
    [4500, 'job_9', charge.id, false]);
  assert.equal((await stripe.transfers.retrieve(transfer.id)).metadata.submission, '3');
  const found = async (filter) => (await stripe.transfers.list(filter)).data.map(({ id }) => id);
  assert.deepEqual(await found({ transfer_group: 'job_9' }), [transfer.id]);
  assert.deepEqual(await found({ destination: account.id }), [transfer.id]);
  assert.deepEqual(await found({ transfer_group: 'job_8' }), []);
  await until(() => hook.types().at(-1) === 'transfer.created');
});

test('a transfer without any group gets one of its own', async () => {
  const account = await activeAccount(sandbox);
  const { charge, intent } = await paidSession(sandbox);
  const transfer = await stripe.transfers.create({
    amount: 1, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  assert.equal(transfer.transfer_group, `group_${intent.id}`);
});

test('transfers that Stripe would refuse are refused and leave nothing', async () => {
  const account = await activeAccount(sandbox);
  const pending = await newAccount();
  const { charge } = await paidSession(sandbox);
  const transfer = (overrides) => stripe.transfers.create({
    amount: 1000, currency: 'usd', destination: account.id, source_transaction: charge.id, ...overrides,
  });
  await assert.rejects(transfer({ destination: 'acct_none' }),
    { code: 'resource_missing', param: 'destination', statusCode: 400 });
  await assert.rejects(transfer({ destination: pending.id }),
    { code: 'insufficient_capabilities_for_transfer' });
  await assert.rejects(transfer({ source_transaction: 'ch_none' }),
    { code: 'resource_missing', param: 'source_transaction' });
  await assert.rejects(transfer({ currency: 'eur' }), /must be the same as the transfer currency/);
  await assert.rejects(transfer({ source_transaction: undefined }), { code: 'balance_insufficient' });
  assert.equal((await stripe.transfers.list()).data.length, 0);
});

test('all transfers from one charge together stay within it; a reversal makes room', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox);
  const transfer = (amount) => stripe.transfers.create({
    amount, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  await transfer(3000);
  const second = await transfer(1950);
  await assert.rejects(transfer(1), /must not exceed the source amount of 4950.*totaling 4950/);
  await stripe.transfers.createReversal(second.id, { amount: 1 });
  await transfer(1);
});

test('a transfer is reversed in parts, never beyond its amount', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox);
  const transfer = await stripe.transfers.create({
    amount: 3000, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  const part = await stripe.transfers.createReversal(transfer.id, { amount: 1000, metadata: { why: 'x' } });
  assert.deepEqual([part.object, part.amount, part.transfer, part.metadata.why],
    ['transfer_reversal', 1000, transfer.id, 'x']);
  await assert.rejects(stripe.transfers.createReversal(transfer.id, { amount: 2001 }), /greater than unreversed/);
  await stripe.transfers.createReversal(transfer.id);
  const reversed = await stripe.transfers.retrieve(transfer.id);
  assert.deepEqual([reversed.amount_reversed, reversed.reversed], [3000, true]);
  await assert.rejects(stripe.transfers.createReversal(transfer.id), /already fully reversed/);
  assert.equal((await stripe.transfers.listReversals(transfer.id)).data.length, 2);
  assert.equal((await stripe.transfers.retrieveReversal(transfer.id, part.id)).amount, 1000);
  await assert.rejects(stripe.transfers.retrieveReversal('tr_none', part.id), { code: 'resource_missing' });
  await until(() => hook.types().filter((type) => type === 'transfer.reversed').length === 2);
});

test('payouts follow the money that has become available; a failed one gives it back', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox);
  await stripe.transfers.create({
    amount: 4000, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  await assert.rejects(control(`accounts/${account.id}/payout`, {}), { status: 409 });
  await control('clock', { advance_s: 2 * 24 * 3600 });
  const { items: [failed] } = await control(`accounts/${account.id}/payout`, { outcome: 'failed' });
  assert.deepEqual([failed.status, failed.amount, failed.failure_code], ['failed', 4000, 'account_closed']);
  const { items: [paid] } = await control(`accounts/${account.id}/payout`, {});
  assert.deepEqual([paid.status, paid.amount], ['paid', 4000]);
  await assert.rejects(control(`accounts/${account.id}/payout`, {}), { status: 409 });
  const forAccount = { stripeAccount: account.id };
  assert.deepEqual((await stripe.payouts.list({}, forAccount)).data.map(({ id }) => id), [paid.id, failed.id]);
  assert.equal((await stripe.payouts.retrieve(paid.id, {}, forAccount)).status, 'paid');
  await assert.rejects(stripe.payouts.retrieve(paid.id), { code: 'resource_missing' });
  const [failure, payment] = await until(() => {
    const events = hook.received.map(({ event }) => event).filter(({ type }) => type.startsWith('payout.'));
    return events.length === 2 && events;
  });
  assert.deepEqual([failure.type, payment.type, payment.account], ['payout.failed', 'payout.paid', account.id]);
});

test('the Express dashboard lets time pass and pays out', async () => {
  const account = await activeAccount(sandbox);
  const { charge } = await paidSession(sandbox);
  await stripe.transfers.create({
    amount: 4000, currency: 'usd', destination: account.id, source_transaction: charge.id,
  });
  const path = `/stripe/express/${account.id}`;
  assert.doesNotMatch((await browse(path)).html, /Pay out to the bank/);
  await browse(path, { action: 'wait' });
  assert.match((await browse(path)).html, /Pay out to the bank/);
  await browse(path, { action: 'paid' });
  assert.equal((await stripe.payouts.list({}, { stripeAccount: account.id })).data[0].amount, 4000);
});
