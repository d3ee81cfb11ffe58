// SPDX-License-Identifier: Apache-2.0
// Payouts: from a connected account's balance to its bank. Stripe starts them by itself;
// here a page or a control call does.

import { accountFunds } from './balance.mjs';
import { resourceMissing } from './errors.mjs';
import { newId } from './ids.mjs';
import { find, pageFields, pageOf } from './resources.mjs';

export const payoutOutcomes = ['paid', 'failed'];

/**
 * Pays out all that is available, in each currency.
 * @param outcome "paid", or "failed" when the bank sends the money back
 * @return the payouts; none when nothing is available
 */
export function payOut(world, account, outcome) {
  const [bank] = account.external_accounts.data;
  const due = [...accountFunds(world, account.id)].filter(([, funds]) => funds.available > 0);
  return due.map(([currency, { available }]) => {
    const payout = makePayout(world, { amount: available, bank, currency, outcome });
    world.emit(`payout.${outcome}`, payout, { account: account.id });
    return payout;
  });
}

function makePayout(world, { amount, bank, currency, outcome }) {
  const failed = outcome === 'failed';
  return world.store.add('payouts', {
    id: newId('po'),
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.seconds(),
    automatic: true,
    balance_transaction: null,
    created: world.seconds(),
    currency,
    description: 'STRIPE PAYOUT',
    destination: bank.id,
    failure_balance_transaction: null,
    failure_code: failed ? 'account_closed' : null,
    failure_message: failed ? 'The bank account has been closed.' : null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'completed',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: outcome,
    trace_id: null,
    type: 'bank_account',
  });
}

export function payoutsOf(world, account) {
  const [bank] = account.external_accounts.data;
  return world.store.newestFirst('payouts').filter((payout) => payout.destination === bank?.id);
}

/** Payouts belong to a connected account; the platform itself makes none here. */
function payoutsSeenBy(world, account) {
  return account ? payoutsOf(world, find(world, 'accounts', 'account', account)) : [];
}

export const routes = [
  {
    method: 'GET',
    path: '/v1/payouts/:id',
    input: {},
    forAccounts: true,
    run(world, input, { id }, { account }) {
      const payout = payoutsSeenBy(world, account).find((candidate) => candidate.id === id);
      if (!payout) throw resourceMissing('payout', id);
      return payout;
    },
  },
  {
    method: 'GET',
    path: '/v1/payouts',
    input: pageFields,
    forAccounts: true,
    run: (world, input, params, { account }) =>
      pageOf('/v1/payouts', payoutsSeenBy(world, account), input),
  },
];
