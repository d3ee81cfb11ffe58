// SPDX-License-Identifier: Apache-2.0
// Charges: what a card was asked for, and whether it paid.

import { book, SETTLEMENT_S } from './balance.mjs';
import { cardDetails } from './cards.mjs';
import { newId } from './ids.mjs';
import { text } from './parameters.mjs';
import { listRoute, retrieveRoute } from './resources.mjs';

// Stripe's standard price for a card in the US: 2.9 % and 30 cents.
const FEE_PER_MILLE = 29;
const FEE_FIXED = 30;

/** Asks the card for the intent's amount; a charge that fails books nothing. */
export function createCharge(world, { intent, card, payer, failure }) {
  const charge = makeCharge(world, { intent, card, payer, failure });
  if (!failure) charge.balance_transaction = bookCharge(world, charge, card).id;
  return world.store.add('charges', charge);
}

function bookCharge(world, charge, card) {
  const fee = Math.round((charge.amount * FEE_PER_MILLE) / 1000) + FEE_FIXED;
  return book(world, {
    type: 'charge',
    amount: charge.amount,
    available_on: charge.created + (card.settlesAtOnce ? 0 : SETTLEMENT_S),
    currency: charge.currency,
    description: charge.description,
    fee,
    fee_details: [{
      amount: fee, application: null, currency: charge.currency,
      description: 'Stripe processing fees', type: 'stripe_fee',
    }],
    source: charge.id,
  });
}

function makeCharge(world, { intent, card, payer, failure }) {
  const id = newId('ch');
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: failure ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: null, email: payer?.email ?? null, name: payer?.name ?? null, phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'PEERTEST SANDBOX',
    captured: !failure,
    created: world.seconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(failure),
    paid: !failure,
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    payment_method_details: {
      card: { ...cardDetails(card), amount_authorized: intent.amount, network: card.brand },
      type: 'card',
    },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: failure ? null : world.url(`/stripe/receipts/${id}`),
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: failure ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function outcomeOf(failure) {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure ? 'declined_by_network' : 'approved_by_network',
    reason: failure?.decline_code ?? null,
    risk_level: 'normal',
    seller_message: failure
      ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: failure ? 'issuer_declined' : 'authorized',
  };
}

export const routes = [
  retrieveRoute('/v1/charges', 'charges', 'charge'),
  listRoute('/v1/charges', 'charges', {
    customer: text(), payment_intent: text(), transfer_group: text(),
  }),
];
