// SPDX-License-Identifier: Apache-2.0
// The book: every movement of the platform's money, and the balances that follow from it.

import { newId } from './ids.mjs';
import { currency, text } from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

const DAY_S = 24 * 3600;

/** How long a card payment is pending. */
export const SETTLEMENT_S = 2 * DAY_S;

const CATEGORIES = {
  adjustment: 'dispute',
  charge: 'charge',
  refund: 'refund',
  refund_failure: 'refund_failure',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
};

/**
 * Books one movement; a negative amount leaves the platform.
 * @param entry type, amount, currency, source (an id), and where they apply fee,
 *   fee_details, available_on, description, reporting_category
 */
export function book(world, { fee = 0, fee_details = [], ...entry }) {
  const created = world.seconds();
  return world.store.add('balance_transactions', {
    id: newId('txn'),
    object: 'balance_transaction',
    available_on: created,
    balance_type: 'payments',
    created,
    description: null,
    exchange_rate: null,
    fee,
    fee_details,
    net: entry.amount - fee,
    reporting_category: CATEGORIES[entry.type],
    ...entry,
  });
}

/** When the money of a charge can be used; what is drawn on it waits with it. */
export function availableOn(world, charge) {
  const { available_on } = world.store.balance_transactions.get(charge.balance_transaction);
  return Math.max(available_on, world.seconds());
}

/** The platform's balance in one currency. */
export function platformFunds(world, wanted) {
  return sums(world, platformLines(world)).get(wanted) ?? { available: 0, pending: 0 };
}

/** What a connected account holds, by currency: transfers less reversals less payouts. */
export function accountFunds(world, account) {
  return sums(world, accountLines(world, account));
}

function platformLines(world) {
  return [...world.store.balance_transactions.values()].map(
    ({ net, currency: unit, available_on }) => ({ net, currency: unit, available_on }),
  );
}

function accountLines(world, account) {
  const { accounts, balance_transactions, payouts, transfers } = world.store;
  const [bank] = accounts.get(account).external_accounts.data;
  const received = [...transfers.values()]
    .filter((transfer) => transfer.destination === account)
    .map((transfer) => ({
      net: transfer.amount - transfer.amount_reversed,
      currency: transfer.currency,
      available_on: balance_transactions.get(transfer.balance_transaction).available_on,
    }));
  const paid = [...payouts.values()]
    .filter((payout) => payout.destination === bank?.id && payout.status !== 'failed')
    .map((payout) => ({ net: -payout.amount, currency: payout.currency, available_on: 0 }));
  return [...received, ...paid];
}

function sums(world, lines) {
  const now = world.seconds();
  const totals = new Map();
  for (const { net, currency: unit, available_on } of lines) {
    const total = totals.get(unit) ?? { available: 0, pending: 0 };
    total[available_on <= now ? 'available' : 'pending'] += net;
    totals.set(unit, total);
  }
  return totals;
}

function retrieveBalance(world, input, params, { account }) {
  if (account) find(world, 'accounts', 'account', account);
  const totals = sums(world, account ? accountLines(world, account) : platformLines(world));
  const side = (name) =>
    [...totals].map(([unit, total]) => ({
      amount: total[name], currency: unit, source_types: { card: total[name] },
    }));
  return {
    object: 'balance',
    available: side('available'),
    livemode: false,
    pending: side('pending'),
  };
}

const lines = '/v1/balance_transactions';
const retrieveLine = retrieveRoute(lines, 'balance_transactions', 'balance transaction');
const listLines = listRoute(lines, 'balance_transactions', {
  type: text(), source: text(), currency: currency(),
});

/** Stripe gives a line its status by the clock: pending until its money is available. */
function withStatus(world, line) {
  return { ...line, status: line.available_on <= world.seconds() ? 'available' : 'pending' };
}

export const routes = [
  { method: 'GET', path: '/v1/balance', input: {}, forAccounts: true, run: retrieveBalance },
  {
    ...retrieveLine,
    run: (world, input, params) => withStatus(world, retrieveLine.run(world, input, params)),
  },
  {
    ...listLines,
    run(world, input) {
      const page = listLines.run(world, input);
      return { ...page, data: page.data.map((line) => withStatus(world, line)) };
    },
  },
];
