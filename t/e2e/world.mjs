// SPDX-License-Identifier: Apache-2.0
// The world outside of the pages: the sandbox's inbox, and the API where a journey
// needs something to be there before it begins.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { SITE } from './browser.mjs';

export const SANDBOX = process.env.PEERTEST_SANDBOX_URL ?? 'http://localhost:8081';
export const PASSWORD = 'a quiet river bends twice';

/** Ask again until there is an answer; journeys wait for events, never for a time. */
export async function until(what, ask, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`);
    await pause(150);
  }
}

/** The newest mail to an address whose subject matches. */
export function mailTo(address, subject) {
  return until(`a mail to ${address} with ${subject}`, async () => {
    const answer = await fetch(`${SANDBOX}/mail?to=${encodeURIComponent(address)}`, { headers: { Accept: 'application/json' } });
    const { items } = await answer.json();
    return items.find((mail) => subject.test(mail.subject));
  });
}

/** The first link of ours in a mail, as a path with its query. */
export function linkIn(mail) {
  const [link] = mail.text.match(/https?:\/\/\S+/) ?? [];
  assert.ok(link, `no link in "${mail.subject}"`);
  const url = new URL(link);
  return url.pathname + url.search;
}

export function newAddress(who) {
  return `${who}-${randomUUID().slice(0, 8)}@journey.example`;
}

/** Call the API as a person; refusals are errors. */
export async function api(token, method, path, body) {
  const answer = await fetch(`${SITE}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/** Tell the stand-in for the payment provider what happens at its side. */
export async function sandbox(path, body) {
  const answer = await fetch(`${SANDBOX}/_sandbox/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `sandbox ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** A person who has registered and confirmed their address. */
export async function register(role, name) {
  const email = newAddress(role);
  await api(null, 'POST', '/auth/register', { email, password: PASSWORD, full_name: name, role });
  const path = linkIn(await mailTo(email, /confirm/i));
  await api(null, 'POST', '/auth/verify-email', { token: new URLSearchParams(path.split('?')[1]).get('token') });
  const { access_token: token } = await api(null, 'POST', '/auth/login', { email, password: PASSWORD });
  return { email, name, token };
}

/** One statement on the site's database, as PGHOST and its kin say. */
export function sql(statement) {
  return execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-c', statement], { encoding: 'utf8' }).trim();
}

/** Let a clock run out: time is moved by moving its row. */
export function passTime(entityId, transition) {
  const moved = sql(`UPDATE clock SET due_at = now() WHERE entity_id = '${entityId}' AND transition = '${transition}' RETURNING 1`);
  assert.equal(moved, '1', `no clock ${transition} of ${entityId}`);
}

/** Sign a person in, in a window of their own. */
export async function logIn({ page, email }) {
  await page.goto(`${SITE}/login`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/board/);
}

/** Pay, or try to, on the provider's hosted page. */
export async function payWith(page, card) {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^Pay/ }).click();
}
