// SPDX-License-Identifier: Apache-2.0
// People who need more than an address: a tester who can be paid, an administrator with
// an authenticator.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

import { SITE } from './browser.mjs';
import { api, PASSWORD, register, sandbox, sql, until } from './world.mjs';

/** A tester whose payout account at the provider is ready. */
export async function payableTester(name) {
  const tester = await register('tester', name);
  await api(tester.token, 'POST', '/me/payout-account', {});
  const account = sql(`SELECT stripe_account_id FROM account WHERE email = '${tester.email}'`);
  await sandbox(`accounts/${account}/complete`, { outcome: 'active' });
  await until('the payout account', async () => (await api(tester.token, 'GET', '/me')).payout_state === 'active');
  return tester;
}

/** Somebody with all rights of an administrator, whose second factor is not set up yet. */
export async function operator(name) {
  const person = await register('tester', name);
  const account = `(SELECT id FROM account WHERE email = '${person.email}')`;
  sql(`INSERT INTO account_role (account_id, role) VALUES (${account}, 'admin'); INSERT INTO admin_scope (account_id, scope) VALUES (${account}, 'super')`);
  return person;
}

/** From the log-in page to the dashboard for the first time, over the set-up of the second factor. */
export async function enterFirst({ page, email }, looks = () => {}) {
  await page.goto(`${SITE}/login?return_to=/admin`);
  await enterPassword(page, email);
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = (await page.locator('p.select-all').innerText()).replaceAll(/\s/g, '');
  await looks(page, 'admin-enrol');
  await page.getByLabel('Code from the app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).waitFor();
  assert.equal(await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').count(), 10);
  await looks(page, 'admin-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Log in again' }).click();
  sql(`UPDATE account SET totp_last_step = 0 WHERE email = '${email}'`); // a code works once, and no journey waits for the next
  await enterPassword(page, email);
  await page.getByLabel('Code from your authenticator app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
}

async function enterPassword(page, email) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** An administrator's open dialog: why, and the button that does it. */
export async function confirm(page, reason, button) {
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByLabel('Why', { exact: true }).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What an authenticator shows now for a secret (RFC 6238, six digits of SHA-1). */
export function codeOf(secret) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const at = hash.at(-1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
