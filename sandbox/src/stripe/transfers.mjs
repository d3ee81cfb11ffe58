// SPDX-License-Identifier: Apache-2.0
// Transfers: money from the platform to a connected account, and its way back.

import { availableOn, book, platformFunds } from './balance.mjs';
import { balanceInsufficient, invalidRequest, resourceMissing } from './errors.mjs';
import { newId } from './ids.mjs';
import {
  currency, integer, mergeMetadata, metadata, required, text,
} from './parameters.mjs';
import { find, listRoute, pageFields, pageOf, retrieveRoute } from './resources.mjs';

const createFields = {
  amount: required(integer({ min: 1 })),
  currency: required(currency()),
  description: text(),
  destination: required(text()),
  metadata: metadata(),
  source_transaction: text(),
  transfer_group: text(),
};

const reversalFields = {
  amount: integer({ min: 1 }),
  description: text(),
  metadata: metadata(),
};

function createTransfer(world, input) {
  const destination = find(world, 'accounts', 'destination', input.destination, 'destination');
  if (destination.capabilities.transfers !== 'active') {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    );
  }
  const charge = input.source_transaction ? chargeToDrawOn(world, input) : null;
  if (!charge) refuseBeyondBalance(world, input);

  const transfer = makeTransfer(world, input, charge);
  transfer.balance_transaction = book(world, {
    type: 'transfer',
    amount: -transfer.amount,
    available_on: charge ? availableOn(world, charge) : world.seconds(),
    currency: transfer.currency,
    description: transfer.description,
    source: transfer.id,
  }).id;
  world.store.add('transfers', transfer);
  world.emit('transfer.created', transfer);
  return transfer;
}

/** The charge named as source, if it paid in this currency and has enough left to draw on. */
function chargeToDrawOn(world, input) {
  const param = 'source_transaction';
  const charge = find(world, 'charges', 'charge', input[param], param);
  if (!charge.paid) {
    throw invalidRequest('You can only create transfers from charges that succeeded.', { param });
  }
  if (charge.currency !== input.currency) {
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${input.currency})`,
      { param },
    );
  }
  const drawn = [...world.store.transfers.values()]
    .filter((transfer) => transfer.source_transaction === charge.id)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0);
  if (drawn + input.amount > charge.amount) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount}. (There are already existing transfers using this source, totaling ${drawn}.)`,
      { param: 'amount' },
    );
  }
  return charge;
}

function refuseBeyondBalance(world, input) {
  if (input.amount <= platformFunds(world, input.currency).available) return;
  throw balanceInsufficient();
}

function makeTransfer(world, input, charge) {
  const id = newId('tr');
  return {
    id,
    object: 'transfer',
    amount: input.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: world.seconds(),
    currency: input.currency,
    description: input.description ?? null,
    destination: input.destination,
    destination_payment: newId('py'),
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    reversals: emptyReversals(id),
    reversed: false,
    source_transaction: charge?.id ?? null,
    source_type: 'card',
    transfer_group: input.transfer_group ?? charge?.transfer_group ?? defaultGroup(charge),
  };
}

/** A transfer from a charge without a group still gets one, by which both are found. */
function defaultGroup(charge) {
  return charge && `group_${charge.payment_intent}`;
}

function emptyReversals(id) {
  return {
    object: 'list', data: [], has_more: false, total_count: 0, url: `/v1/transfers/${id}/reversals`,
  };
}

function reverseTransfer(world, input, { id }) {
  const transfer = find(world, 'transfers', 'transfer', id);
  const left = transfer.amount - transfer.amount_reversed;
  const amount = input.amount ?? left;
  if (left === 0) throw invalidRequest(`Transfer ${id} is already fully reversed.`);
  if (amount > left) {
    throw invalidRequest(
      `Reversal amount (${amount}) is greater than unreversed amount on transfer (${left})`,
      { param: 'amount' },
    );
  }
  const reversal = bookReversal(world, transfer, amount, input);
  transfer.amount_reversed += amount;
  transfer.reversed = transfer.amount_reversed === transfer.amount;
  transfer.reversals.data.unshift(reversal);
  transfer.reversals.total_count += 1;
  world.emit('transfer.reversed', transfer);
  return reversal;
}

function bookReversal(world, transfer, amount, input) {
  const id = newId('trr');
  const line = book(world, {
    type: 'transfer_refund',
    amount,
    available_on: world.store.balance_transactions.get(transfer.balance_transaction).available_on,
    currency: transfer.currency,
    description: input.description ?? null,
    source: id,
  });
  return world.store.add('transfer_reversals', {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: line.id,
    created: world.seconds(),
    currency: transfer.currency,
    destination_payment_refund: newId('pyr'),
    metadata: mergeMetadata({}, input.metadata),
    source_refund: null,
    transfer: transfer.id,
  });
}

const path = '/v1/transfers';

export const routes = [
  { method: 'POST', path, input: createFields, run: createTransfer },
  retrieveRoute(path, 'transfers', 'transfer'),
  listRoute(path, 'transfers', { destination: text(), transfer_group: text() }),
  { method: 'POST', path: `${path}/:id/reversals`, input: reversalFields, run: reverseTransfer },
  {
    method: 'GET',
    path: `${path}/:id/reversals`,
    input: pageFields,
    run(world, input, { id }) {
      const { reversals } = find(world, 'transfers', 'transfer', id);
      return pageOf(reversals.url, reversals.data, input);
    },
  },
  {
    method: 'GET',
    path: `${path}/:transfer/reversals/:id`,
    input: {},
    run(world, input, { transfer, id }) {
      find(world, 'transfers', 'transfer', transfer);
      const reversal = find(world, 'transfer_reversals', 'transfer reversal', id);
      if (reversal.transfer !== transfer) throw resourceMissing('transfer reversal', id);
      return reversal;
    },
  },
];
