// SPDX-License-Identifier: Apache-2.0
// The SMTP server: takes every mail from everyone, and delivers to the inbox only.

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

import { takeSmtpRefusal } from '../faults.mjs';
import { receiveMail } from './mailbox.mjs';

const MAX_MAIL_BYTES = 10 * 1024 * 1024;

export function makeSmtpServer(world) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    onAuth: (auth, session, done) => done(null, { user: auth.username }),
    onMailFrom: (address, session, done) => done(refusal(world)),
    onData(stream, session, done) {
      accept(world, stream, session).then(() => done(), done);
    },
  });
  // A client that hangs up in the middle is no reason to stop.
  server.on('error', (error) => console.error(`SMTP: ${error.message}`));
  return server;
}

function refusal(world) {
  if (!takeSmtpRefusal(world)) return null;
  return Object.assign(new Error('Local error in processing, please try again later'), {
    responseCode: 451,
  });
}

async function accept(world, stream, session) {
  const mail = await simpleParser(stream, { skipTextToHtml: true });
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('The message is too large'), { responseCode: 552 });
  }
  receiveMail(world, {
    to: session.envelope.rcptTo.map(({ address }) => address),
    from: mail.from?.text ?? session.envelope.mailFrom.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()])),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? null, content_type: contentType, size,
    })),
    via: 'smtp',
  });
}
