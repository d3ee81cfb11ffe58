// SPDX-License-Identifier: Apache-2.0
// Disputes: the card's holder takes the money back through the bank.

import { availableOn, book } from './balance.mjs';
import { invalidRequest } from './errors.mjs';
import { newId } from './ids.mjs';
import { boolean, mergeMetadata, metadata, object, text } from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

const DISPUTE_FEE = 1500;
const ANSWER_WITHIN_S = 7 * 24 * 3600;

// Stripe's limit for all texts of a dispute's evidence together.
const EVIDENCE_MAX = 150_000;

const evidenceFields = {
  access_activity_log: text({ max: 20_000 }),
  customer_email_address: text(),
  customer_name: text(),
  product_description: text({ max: 20_000 }),
  refund_policy_disclosure: text({ max: 20_000 }),
  service_date: text(),
  uncategorized_text: text({ max: 20_000 }),
};

/** Opens a dispute over what is left of a paid charge; the platform is debited at once. */
export function openDispute(world, charge, reason = 'fraudulent') {
  const id = newId('du');
  const amount = charge.amount - charge.amount_refunded;
  const line = book(world, {
    type: 'adjustment',
    amount: -amount,
    available_on: availableOn(world, charge),
    currency: charge.currency,
    description: `Chargeback withdrawal for ${charge.id}`,
    fee: DISPUTE_FEE,
    fee_details: [{
      amount: DISPUTE_FEE, application: null, currency: charge.currency,
      description: 'Dispute fee', type: 'stripe_fee',
    }],
    source: id,
  });
  charge.disputed = true;
  const dispute = world.store.add('disputes', makeDispute(world, { id, amount, charge, line, reason }));
  world.emit('charge.dispute.created', dispute);
  return dispute;
}

function makeDispute(world, { id, amount, charge, line, reason }) {
  return {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [line],
    charge: charge.id,
    created: world.seconds(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: world.seconds() + ANSWER_WITHIN_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: { brand: charge.payment_method_details.card.brand, case_type: 'chargeback', network_reason_code: '10.4' },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  };
}

export const isOpen = (dispute) => ['needs_response', 'under_review'].includes(dispute.status);

/** Ends an open dispute: "won" brings the money back (the fee stays lost), "lost" does not. */
export function closeDispute(world, dispute, outcome) {
  dispute.status = outcome;
  if (outcome === 'won') {
    dispute.balance_transactions.push(book(world, {
      type: 'adjustment',
      amount: dispute.amount,
      currency: dispute.currency,
      description: `Chargeback reversal for ${dispute.charge}`,
      reporting_category: 'dispute_reversal',
      source: dispute.id,
    }));
  }
  world.emit('charge.dispute.closed', dispute);
  return dispute;
}

/** Evidence is staged, as often as one likes, until it is submitted, once. */
function giveEvidence(world, input, { id }) {
  const dispute = find(world, 'disputes', 'dispute', id);
  if (dispute.status !== 'needs_response') {
    throw invalidRequest('This dispute is no longer open for evidence.', { param: 'evidence' });
  }
  Object.assign(dispute.evidence, input.evidence);
  const length = Object.values(dispute.evidence).join('').length;
  if (length > EVIDENCE_MAX) {
    throw invalidRequest(`The evidence has ${length} characters, at most ${EVIDENCE_MAX} are taken.`, { param: 'evidence' });
  }
  dispute.metadata = mergeMetadata(dispute.metadata, input.metadata);
  dispute.evidence_details.has_evidence = length > 0;
  if (input.submit !== false) {
    dispute.status = 'under_review';
    dispute.evidence_details.submission_count += 1;
  }
  world.emit('charge.dispute.updated', dispute);
  return dispute;
}

/** Closing through the API means to accept the loss. */
function acceptLoss(world, input, { id }) {
  const dispute = find(world, 'disputes', 'dispute', id);
  if (!isOpen(dispute)) throw invalidRequest('This dispute is already closed.');
  return closeDispute(world, dispute, 'lost');
}

export const routes = [
  retrieveRoute('/v1/disputes', 'disputes', 'dispute'),
  listRoute('/v1/disputes', 'disputes', { charge: text(), payment_intent: text() }),
  {
    method: 'POST',
    path: '/v1/disputes/:id',
    input: { evidence: object(evidenceFields), metadata: metadata(), submit: boolean() },
    run: giveEvidence,
  },
  { method: 'POST', path: '/v1/disputes/:id/close', input: {}, run: acceptLoss },
];
