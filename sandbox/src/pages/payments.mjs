// SPDX-License-Identifier: Apache-2.0
// What a payer sees after paying: the receipt of a charge, and the billing portal.

import { page } from '../http/reply.mjs';
import { money, time } from './format.mjs';
import { html } from './html.mjs';
import { facts, providerPage, table } from './layout.mjs';
import { notFound } from './not-found.mjs';

function showReceipt({ world, params }) {
  const charge = world.store.charges.get(params.id);
  if (!charge?.paid) return notFound('There is no receipt for this charge.');
  const { brand, last4 } = charge.payment_method_details.card;
  return page(providerPage({
    title: 'Receipt',
    provider: "Stripe's receipt",
    content: facts([
      ['Paid', money(charge.amount, charge.currency)],
      ['When', time(charge.created)],
      ['Card', `${brand} ending in ${last4}`],
      ...(charge.amount_refunded > 0 ? [['Refunded', money(charge.amount_refunded, charge.currency)]] : []),
      ['Charge', html`<span class="id">${charge.id}</span>`],
    ]),
  }));
}

function showPortal({ world, params }) {
  const session = world.store.portal_sessions.get(params.id);
  if (!session) return notFound('There is no such portal session.');
  const customer = world.store.customers.get(session.customer);
  const rows = world.store.newestFirst('charges')
    .filter((charge) => charge.customer === customer.id && charge.paid)
    .map((charge) => [
      money(charge.amount, charge.currency),
      time(charge.created),
      html`<a href="${charge.receipt_url}">Receipt</a>`,
    ]);
  return page(providerPage({
    title: 'Billing portal',
    provider: "Stripe's billing portal",
    content: html`${facts([['Customer', customer.email ?? customer.id]])}
${table({ caption: 'Payments', columns: ['Amount', 'When', 'Receipt'], rows, empty: 'No payments yet.' })}
${session.return_url && html`<p class="actions"><a class="button quiet" href="${session.return_url}">Back</a></p>`}`,
  }));
}

export const routes = [
  { method: 'GET', path: '/stripe/receipts/:id', run: showReceipt },
  { method: 'GET', path: '/stripe/portal/:id', run: showPortal },
];
