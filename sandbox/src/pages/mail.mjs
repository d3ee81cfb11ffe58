// SPDX-License-Identifier: Apache-2.0
// The inbox for people, and the same list as JSON for tests.

import { json, noContent, page } from '../http/reply.mjs';
import { emptyMailbox, findMails, presentMail } from '../mail/mailbox.mjs';
import { time } from './format.mjs';
import { html } from './html.mjs';
import { deskPage, facts, table } from './layout.mjs';
import { notFound } from './not-found.mjs';

// A mail's HTML comes from outside: no scripts, no loading, its links open in the whole window.
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

function listMails({ world, query, headers }) {
  const address = query.get('to') ?? undefined;
  const mails = findMails(world, address);
  if (headers.accept?.includes('application/json')) {
    return json({ items: mails.map(presentMail) });
  }
  return page(deskPage({
    title: address ? `Mail to ${address}` : 'Mail',
    here: '/mail',
    content: html`${mailTable(mails)}
${address && html`<p><a href="/mail">All mail</a></p>`}`,
  }));
}

export function mailTable(mails) {
  return table({
    caption: 'Mail',
    columns: ['Subject', 'To', 'Received'],
    rows: mails.map((mail) => [
      html`<a href="/mail/${mail.id}">${mail.subject || 'No subject'}</a>`,
      mail.to.map((address) => html`<a class="soft" href="/mail?to=${encodeURIComponent(address)}">${address}</a> `),
      time(mail.received_at),
    ]),
    empty: 'No mail yet. Whatever the application sends arrives here and nowhere else.',
  });
}

function withMail(run) {
  return ({ world, params, headers }) => {
    const mail = world.store.mails.get(params.id);
    return mail ? run(mail, headers) : notFound('There is no such mail.');
  };
}

function showMail(mail, headers) {
  if (headers.accept?.includes('application/json')) return json(presentMail(mail));
  return page(deskPage({
    title: mail.subject || 'No subject',
    here: '/mail',
    content: html`${facts([
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', time(mail.received_at)],
    ...(mail.attachments.length > 0
      ? [['Attached', mail.attachments.map(({ filename, content_type }) => filename ?? content_type).join(', ')]] : []),
  ])}
${mail.html && html`<iframe title="The mail as HTML" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`}
${mail.text && html`<h2>As text</h2>
<pre class="prose">${linked(mail.text)}</pre>`}`,
  }));
}

function showHtml(mail) {
  return page(`<base target="_top">${mail.html}`, {
    headers: { 'Content-Security-Policy': MAIL_POLICY },
  });
}

/** The text with its web addresses made into links. */
function linked(text) {
  const words = text.split(LINK);
  const links = text.match(LINK) ?? [];
  return words.map((word, at) => [word, links[at] && html`<a href="${links[at]}">${links[at]}</a>`]);
}

function deleteMails({ world }) {
  emptyMailbox(world);
  return noContent();
}

export const routes = [
  { method: 'GET', path: '/mail', run: listMails },
  { method: 'DELETE', path: '/mail', run: deleteMails },
  { method: 'GET', path: '/mail/:id', run: withMail(showMail) },
  { method: 'GET', path: '/mail/:id/html', run: withMail(showHtml) },
];
