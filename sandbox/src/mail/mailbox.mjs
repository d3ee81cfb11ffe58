// SPDX-License-Identifier: Apache-2.0
// The inbox: every mail that arrived, whichever way it came.

import { randomUUID } from 'node:crypto';

/** @param mail to (list of addresses), from, subject, text, html, headers, attachments, via */
export function receiveMail(world, mail) {
  return world.store.add('mails', {
    id: randomUUID(),
    received_at: new Date().toISOString(),
    ...mail,
  });
}

/** Newest first; with an address, only what was sent to it. */
export function findMails(world, address) {
  const wanted = address?.toLowerCase();
  return world.store.newestFirst('mails').filter(
    (mail) => !wanted || mail.to.some((recipient) => recipient.toLowerCase() === wanted),
  );
}

/** A mail as the JSON list shows it. */
export function presentMail(mail) {
  return { ...mail, to: mail.to.join(', ') };
}

export function emptyMailbox(world) {
  world.store.mails.clear();
  world.store.touch();
}
