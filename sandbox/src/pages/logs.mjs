// SPDX-License-Identifier: Apache-2.0
// What went in and out: webhook deliveries and API requests.

import { page } from '../http/reply.mjs';
import { findRequests } from '../requests.mjs';
import { time } from './format.mjs';
import { html } from './html.mjs';
import { deskPage, table } from './layout.mjs';
import { objectLink } from './stripe-objects.mjs';

const SHOWN = 200;

function showDeliveries({ world }) {
  const { mode, copies, delay_ms, shuffle } = world.store.settings.webhooks;
  const habits = [
    mode === 'hold' ? 'Events are held until a test releases them' : 'Events are sent as they arise',
    copies > 1 && `each ${copies} times`,
    delay_ms > 0 && `${delay_ms} ms late`,
    shuffle && 'out of order',
  ].filter(Boolean).join(', ');
  return page(deskPage({
    title: 'Webhooks',
    here: '/deliveries',
    content: html`<p>${habits}, to <span class="id">${world.config.webhookUrl}</span>.</p>
${deliveryTable(world.store.newestFirst('deliveries').slice(0, SHOWN))}`,
  }));
}

export function deliveryTable(deliveries) {
  return table({
    caption: 'Deliveries',
    columns: ['Event', 'Type', 'State', 'Tries', 'Answer'],
    rows: deliveries.map(({ event, type, state, signature, attempts }) => [
      objectLink(event),
      signature === 'good' ? type : `${type}, signature ${signature}`,
      state,
      attempts.length,
      lastAnswer(attempts.at(-1)),
    ]),
    empty: 'No deliveries yet. Each event that arises is sent to the webhook and listed here.',
  });
}

function lastAnswer(attempt) {
  if (!attempt) return '';
  return html`${attempt.status || attempt.answer} <span class="soft">${time(attempt.at)}</span>`;
}

function showRequests({ world }) {
  const rows = findRequests(world, {}).slice(0, SHOWN).map((request) => [
    html`<code class="long">${request.method} ${request.path}</code>`,
    statusOf(request),
    request.idempotency_key && html`<span class="id">${request.idempotency_key}</span>`,
    time(request.at),
  ]);
  return page(deskPage({
    title: 'Requests',
    here: '/requests',
    content: html`<p>Each call to a provider's API, newest first, with its idempotency key. With parameters: <a href="/_sandbox/requests">as JSON</a>.</p>
${table({
    caption: 'Requests', columns: ['Call', 'Answer', 'Key', 'When'], rows,
    empty: 'No requests yet.',
  })}`,
  }));
}

function statusOf({ status, replayed, fault }) {
  return [status ?? 'no answer', replayed && 'replayed', fault && `fault ${fault}`].filter(Boolean).join(', ');
}

export const routes = [
  { method: 'GET', path: '/deliveries', run: showDeliveries },
  { method: 'GET', path: '/requests', run: showRequests },
];
