// SPDX-License-Identifier: Apache-2.0
// A look at what the Stripe stand-in holds: lists by kind, and each object in full.

import { page } from '../http/reply.mjs';
import { lookUp } from '../stripe/ids.mjs';
import { money, time } from './format.mjs';
import { html } from './html.mjs';
import { deskPage, table } from './layout.mjs';
import { notFound } from './not-found.mjs';

const KINDS = [
  ['checkout_sessions', 'Checkout Sessions', (o) => [money(o.amount_total, o.currency), o.status]],
  ['payment_intents', 'PaymentIntents', (o) => [money(o.amount, o.currency), o.status]],
  ['charges', 'Charges', (o) => [money(o.amount, o.currency), chargeState(o)]],
  ['refunds', 'Refunds', (o) => [money(o.amount, o.currency), o.status]],
  ['disputes', 'Disputes', (o) => [money(o.amount, o.currency), o.status]],
  ['transfers', 'Transfers', (o) => [money(o.amount, o.currency), transferState(o)]],
  ['payouts', 'Payouts', (o) => [money(o.amount, o.currency), o.status]],
  ['customers', 'Customers', (o) => [o.email, '']],
  ['accounts', 'Connected accounts', (o) => [o.email, accountState(o)]],
  ['balance_transactions', 'Balance transactions', (o) => [money(o.net, o.currency), o.type]],
  ['events', 'Events', (o) => [o.type, '']],
];

const SHOWN_PER_KIND = 20;

function chargeState(charge) {
  if (charge.disputed) return 'disputed';
  if (charge.refunded) return 'refunded';
  return charge.amount_refunded > 0 ? 'partly refunded' : charge.status;
}

function transferState({ reversed, amount_reversed }) {
  if (reversed) return 'reversed';
  return amount_reversed > 0 ? 'partly reversed' : 'paid';
}

function accountState({ payouts_enabled, details_submitted }) {
  if (payouts_enabled) return 'active';
  return details_submitted ? 'restricted' : 'onboarding';
}

export const objectLink = (id) => html`<a class="id" href="/stripe/objects/${id}">${id}</a>`;

function listObjects({ world }) {
  const filled = KINDS.filter(([kind]) => world.store[kind].size > 0);
  const content = filled.length === 0
    ? html`<p class="empty">Nothing yet. Objects appear here as soon as the application talks to Stripe.</p>`
    : html`<div class="objects">${filled.map((kind) => section(world, kind))}</div>`;
  return page(deskPage({ title: 'Stripe', here: '/stripe', content }));
}

function section(world, [kind, title, describe]) {
  const objects = world.store.newestFirst(kind);
  const left = objects.length - SHOWN_PER_KIND;
  const rows = objects.slice(0, SHOWN_PER_KIND).map((object) =>
    [objectLink(object.id), ...describe(object), time(object.created)]);
  return html`<section>
<h2>${title} <span class="count">${objects.length}</span></h2>
${table({ caption: title, columns: ['Id', 'What', 'State', 'Created'], rows })}
${left > 0 && html`<p class="more">and ${left} older ones, in <a href="/_sandbox/state">the state as JSON</a></p>`}
</section>`;
}

function showObject({ world, params }) {
  const object = lookUp(world.store, params.id);
  if (!object) return notFound(`There is no Stripe object ${params.id}.`);
  const links = [
    object.receipt_url && html`<a href="${object.receipt_url}">Receipt</a>`,
    object.object === 'account' && html`<a href="/stripe/express/${object.id}">Express dashboard</a>`,
    object.object === 'checkout.session' && html`<a href="/stripe/checkout/${object.id}">Checkout page</a>`,
  ].filter(Boolean);
  return page(deskPage({
    title: object.id,
    here: '/stripe',
    content: html`${links.length > 0 && html`<p class="links">${links}</p>`}
<pre tabindex="0">${JSON.stringify(object, null, 2)}</pre>`,
  }));
}

export const routes = [
  { method: 'GET', path: '/stripe', run: listObjects },
  { method: 'GET', path: '/stripe/objects/:id', run: showObject },
];
