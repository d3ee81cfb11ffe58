// SPDX-License-Identifier: Apache-2.0
// Refunds: money back to the card. They take nothing back from connected accounts.

import { availableOn, book } from './balance.mjs';
import { cardOf } from './cards.mjs';
import { invalidRequest } from './errors.mjs';
import { newId } from './ids.mjs';
import { integer, mergeMetadata, metadata, oneOf, text } from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

const createFields = {
  amount: integer({ min: 1 }),
  charge: text(),
  metadata: metadata(),
  payment_intent: text(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
};

function createRefund(world, input) {
  const charge = chargeToRefund(world, input);
  const amount = amountToRefund(charge, input.amount);
  const refund = world.store.add('refunds', {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.seconds(),
    currency: charge.currency,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: mergeMetadata({}, input.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: cardOf(charge).refundStatus ?? 'succeeded',
    transfer_reversal: null,
  });
  refund.balance_transaction = bookRefund(world, refund, charge).id;
  addToRefunded(charge, amount);
  world.emit('refund.created', refund);
  world.emit('charge.refunded', charge);
  if (refund.status === 'succeeded') announceReference(world, refund);
  return refund;
}

function chargeToRefund(world, { charge, payment_intent }) {
  if (Boolean(charge) === Boolean(payment_intent)) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.');
  }
  if (charge) return refundable(world, find(world, 'charges', 'charge', charge, 'charge'));
  const intent = find(world, 'payment_intents', 'payment_intent', payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded') {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return refundable(world, world.store.charges.get(intent.latest_charge));
}

function refundable(world, charge) {
  if (!charge.paid) {
    throw invalidRequest(`Charge ${charge.id} did not succeed and cannot be refunded.`, { param: 'charge' });
  }
  if (isTakenBack(world, charge)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  return charge;
}

/** A dispute that was won gives the charge back, and what is left of it can be refunded. */
function isTakenBack(world, charge) {
  return [...world.store.disputes.values()].some(
    (dispute) => dispute.charge === charge.id && dispute.status !== 'won');
}

function amountToRefund(charge, wanted) {
  const left = charge.amount - charge.amount_refunded;
  const amount = wanted ?? left;
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      { param: 'amount' },
    );
  }
  return amount;
}

function bookRefund(world, refund, charge) {
  return book(world, {
    type: 'refund',
    amount: -refund.amount,
    available_on: availableOn(world, charge),
    currency: refund.currency,
    description: 'REFUND FOR CHARGE',
    source: refund.id,
  });
}

function addToRefunded(charge, amount) {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}

/** The bank's reference, by which the card's holder can trace the refund, follows later. */
function announceReference(world, refund, previous = {}) {
  const { destination_details: before } = refund;
  refund.destination_details = {
    ...before,
    card: {
      ...before.card,
      reference: newId('arn').slice(4, 18).toUpperCase(),
      reference_status: 'available',
    },
  };
  world.emit('refund.updated', refund, { previous: { ...previous, destination_details: before } });
}

/**
 * The bank's late answer: a pending refund succeeds, or any refund comes back as failed.
 * @param outcome "succeeded" or "failed"
 */
export function settleRefund(world, refund, outcome) {
  const before = refund.status;
  refund.status = outcome;
  if (outcome === 'succeeded') {
    announceReference(world, refund, { status: before });
    return refund;
  }
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = book(world, {
    type: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    description: 'REFUND FAILURE',
    source: refund.id,
  }).id;
  addToRefunded(world.store.charges.get(refund.charge), -refund.amount);
  world.emit('refund.updated', refund, { previous: { status: before } });
  return refund;
}

export const routes = [
  { method: 'POST', path: '/v1/refunds', input: createFields, run: createRefund },
  retrieveRoute('/v1/refunds', 'refunds', 'refund'),
  listRoute('/v1/refunds', 'refunds', { charge: text(), payment_intent: text() }),
];
