// SPDX-License-Identifier: Apache-2.0
// The first page: what the sandbox is, and what happened lately.

import { page } from '../http/reply.mjs';
import { html } from './html.mjs';
import { deskPage, facts } from './layout.mjs';
import { deliveryTable } from './logs.mjs';
import { mailTable } from './mail.mjs';

const LATEST = 6;

const STRIPE_KINDS = [
  ['checkout_sessions', 'Checkout Sessions'], ['charges', 'Charges'], ['refunds', 'Refunds'],
  ['accounts', 'Connected accounts'], ['transfers', 'Transfers'],
];

function showOverview({ world }) {
  const latest = (kind) => world.store.newestFirst(kind).slice(0, LATEST);
  return page(deskPage({
    title: 'Overview',
    here: '/',
    content: html`<p>This sandbox stands in for the services that PeerTest Hub talks to. Mail ends in an inbox here, payments are made with test cards, and no real money moves.</p>
${facts([
    ['Stripe API', html`<span class="id">${world.url('/stripe/v1')}</span>`],
    ['Webhooks go to', html`<span class="id">${world.config.webhookUrl}</span>`],
    ['Mail by SMTP', html`<span class="id">127.0.0.1:${world.smtpPort}</span>`],
    ['Files (S3)', html`<span class="id">${world.url('/s3/peertest')}</span>`],
    ['Mail by HTTP', html`<span class="id">${world.url('/resend/emails')}</span>`],
  ])}
<section><h2><a href="/mail">Mail</a> <span class="count">${world.store.mails.size}</span></h2>
${mailTable(latest('mails'))}</section>
<section><h2><a href="/stripe">Stripe</a></h2>
${facts(STRIPE_KINDS.map(([kind, name]) => [name, world.store[kind].size]))}</section>
<section><h2><a href="/deliveries">Webhooks</a> <span class="count">${world.store.deliveries.size}</span></h2>
${deliveryTable(latest('deliveries'))}</section>`,
  }));
}

export const routes = [{ method: 'GET', path: '/', run: showOverview }];
