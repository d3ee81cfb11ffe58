// SPDX-License-Identifier: Apache-2.0
// Ids that look like Stripe's: a prefix that names the kind, then random letters and digits.

import { randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTHS = { acct: 16, cs_test: 58, req: 14, cus: 14 };

const COLLECTIONS = {
  acct: 'accounts',
  bps: 'portal_sessions',
  ch: 'charges',
  cs: 'checkout_sessions',
  cus: 'customers',
  du: 'disputes',
  evt: 'events',
  pi: 'payment_intents',
  po: 'payouts',
  re: 'refunds',
  tr: 'transfers',
  trr: 'transfer_reversals',
  txn: 'balance_transactions',
};

export function newId(prefix) {
  const length = LENGTHS[prefix] ?? 24;
  const letters = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}_${letters.join('')}`;
}

/** The object that an id names, or undefined. */
export function lookUp(store, id) {
  const collection = COLLECTIONS[/^[a-z]+/.exec(id)?.[0]];
  return collection && store[collection].get(id);
}
