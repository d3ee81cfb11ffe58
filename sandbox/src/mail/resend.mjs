// SPDX-License-Identifier: Apache-2.0
// Resend's HTTP API for sending mail. Source: https://resend.com/docs/api-reference

import { createHash } from 'node:crypto';

import { silence, takeHttpFault } from '../faults.mjs';
import { BadRequest, parseJsonObject } from '../http/body.mjs';
import { json } from '../http/reply.mjs';
import { logRequest } from '../requests.mjs';
import { receiveMail } from './mailbox.mjs';

const KEY_KEPT_S = 24 * 3600;
const MAX_KEY_LENGTH = 256;

class ResendError extends Error {
  constructor(statusCode, name, message) {
    super(message);
    this.reply = json({ statusCode, name, message }, { status: statusCode });
  }
}

const FAULT_ERRORS = {
  429: () => new ResendError(429, 'rate_limit_exceeded', 'Too many requests. Please limit the number of requests per second.'),
  500: () => new ResendError(500, 'application_error', 'An unexpected error occurred.'),
};

/**
 * @param call method, path (from /resend on), headers, body
 * @return a reply, or null when the connection is to be cut
 */
export async function handleResend(world, call) {
  const entry = logRequest(world, {
    service: 'resend', method: call.method, path: call.path,
    idempotency_key: call.headers['idempotency-key'], parameters: readable(call.body),
  });
  const fault = takeHttpFault(world, call.method, call.path);
  entry.fault = fault?.kind ?? null;
  const reply = await answer(world, call, fault);
  entry.status = reply?.status ?? null;
  world.store.touch();
  return reply;
}

/** For the log: what was sent, parsed where it can be. */
function readable(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

async function answer(world, call, fault) {
  if (fault && (!fault.executes || fault.answer === 'normal')) await silence(fault);
  const reply = fault?.executes === false ? undefined : carryOut(world, call);
  if (fault?.executes && fault.answer === 'none') await silence(fault);
  if (fault?.answer === 'none') return null;
  return FAULT_ERRORS[fault?.answer]?.().reply ?? reply;
}

function carryOut(world, { method, path, headers, body }) {
  try {
    authenticate(headers);
    const sent = /^\/resend\/emails\/([\w-]+)$/.exec(path)?.[1];
    if (method === 'GET' && sent) return json(findSent(world, sent));
    if (method === 'POST' && path === '/resend/emails') {
      return json({ id: sendOnce(world, headers['idempotency-key'], body) });
    }
    throw new ResendError(405, 'method_not_allowed', 'Method is not allowed for the requested path.');
  } catch (error) {
    if (error instanceof ResendError) return error.reply;
    if (error instanceof BadRequest) return new ResendError(400, 'validation_error', error.message).reply;
    throw error;
  }
}

function authenticate({ authorization = '' }) {
  const [, key] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (!key) throw new ResendError(401, 'missing_api_key', 'Missing API Key');
  if (!key.startsWith('re_')) throw new ResendError(403, 'invalid_api_key', 'API key is invalid');
}

/** The same key and mail within a day is one mail; the same key with another mail is refused. */
function sendOnce(world, key, body) {
  if (!key) return send(world, body).id;
  if (key.length > MAX_KEY_LENGTH) {
    throw new ResendError(400, 'invalid_idempotency_key', 'The idempotency key must be between 1-256 characters.');
  }
  const { idempotency_keys: keys } = world.store;
  const id = `resend ${key}`;
  const digest = createHash('sha256').update(body).digest('hex');
  const known = keys.get(id);
  if (known && world.seconds() - known.created < KEY_KEPT_S) {
    if (known.digest === digest) return known.mail;
    throw new ResendError(409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload.');
  }
  const mail = send(world, body);
  keys.delete(id);
  world.store.add('idempotency_keys', { id, created: world.seconds(), digest, mail: mail.id });
  return mail.id;
}

function send(world, body) {
  const { from, to, subject, html, text, headers = {} } = parseJsonObject(body);
  const recipients = typeof to === 'string' ? [to] : to;
  requireText('from', from);
  requireText('subject', subject);
  if (!Array.isArray(recipients) || recipients.length === 0 || recipients.length > 50) {
    throw missing('to');
  }
  recipients.forEach((recipient) => requireText('to', recipient));
  if (typeof html !== 'string' && typeof text !== 'string') throw missing('html` or `text');
  return receiveMail(world, {
    to: recipients.map(bareAddress),
    from,
    subject,
    text: text ?? '',
    html: html ?? '',
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    attachments: [],
    via: 'resend',
  });
}

function requireText(name, value) {
  if (typeof value !== 'string' || value === '') throw missing(name);
}

function missing(name) {
  return new ResendError(422, 'missing_required_field', `Missing \`${name}\` field.`);
}

/** "Ada <ada@example.org>" becomes "ada@example.org". */
function bareAddress(recipient) {
  return /<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient.trim();
}

function findSent(world, id) {
  const mail = world.store.mails.get(id);
  if (!mail) throw new ResendError(404, 'not_found', 'Email not found');
  const { to, from, subject, html, text, received_at: created_at } = mail;
  return { object: 'email', id, to, from, subject, html, text, created_at, last_event: 'delivered' };
}
