// SPDX-License-Identifier: Apache-2.0
// The administration, in a browser: a first sign-in that sets up a second factor, then
// interventions with their reasons, and the audit trail that tells of all of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { confirm, enterFirst, operator } from './people.mjs';
import { PASSWORD, register, sql, until } from './world.mjs';

let browser;
let ada;
let tess;

before(async () => {
  browser = await openBrowser();
  ada = await operator('Ada Operator');
  tess = await register('tester', 'Tess Tester');
  ada.page = await openWindow(browser);
});
after(() => browser.close());

const goTo = async (place, heading) => {
  await ada.page.goto(`${SITE}/admin${place}`);
  await ada.page.getByRole('heading', { level: 1, name: heading }).waitFor();
};

test('an administrator without a second factor sets one up and comes in with it', () => enterFirst(ada, looksRightEverywhere));

test('every page of the administration looks right', async () => {
  const places = { '': 'Dashboard', '/statistics': 'Statistics', '/health': 'Health', '/users': 'Users', '/fraud-signals': 'Fraud signals', '/jobs': 'Jobs', '/disputes': 'Disputes', '/payments': 'Payments', '/payouts': 'Payouts', '/refunds': 'Refunds', '/chargebacks': 'Chargebacks', '/reconciliations': 'Reconciliation', '/tax': 'Tax report', '/queue': 'Background jobs', '/schedules': 'Schedules', '/audit': 'Audit trail', '/prices': 'Price book', '/markets': 'Markets' };
  for (const [place, heading] of Object.entries(places)) {
    await goTo(place, heading);
    await looksRightEverywhere(ada.page, `admin${place.replace('/', '-') || '-dashboard'}`);
  }
});

test('a user is suspended, cannot log in, and is reinstated', async () => {
  const { page } = ada;
  await goTo(`/users?q=${encodeURIComponent(tess.email)}`, 'Users');
  await page.getByRole('link', { name: /Tess Tester/ }).click();
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await looksRightEverywhere(page, 'admin-suspend');
  await confirm(page, 'Sells reports on', 'Suspend');
  await page.getByRole('button', { name: 'Reinstate' }).waitFor();
  const refused = await fetch(`${SITE}/api/v1/auth/login`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-PeerTest': '1', Origin: SITE }, body: JSON.stringify({ email: tess.email, password: PASSWORD }) });
  assert.equal(refused.status, 401);
  await page.getByRole('button', { name: 'Reinstate' }).click();
  await confirm(page, 'It was someone else', 'Reinstate');
  await page.getByRole('button', { name: 'Suspend', exact: true }).waitFor();
});

test('a dead letter is driven again, and a schedule runs now', async () => {
  const { page } = ada;
  const id = sql(`INSERT INTO queue_job (kind, payload, state, attempts, last_error, finished_at) VALUES ('cleanup.daily', '{}', 'dead', 3, 'made for this journey', now()) RETURNING id`).split('\n')[0];
  await goTo('/queue?state=dead&kind=cleanup.daily', 'Background jobs');
  await page.getByRole('row').filter({ hasText: 'made for this journey' }).getByRole('button', { name: 'Try again' }).click();
  await confirm(page, 'What stopped it is mended', 'Try again');
  await until('the job to be done', () => sql(`SELECT state FROM queue_job WHERE id = '${id}'`) === 'done');
  await goTo('/schedules', 'Schedules');
  await page.getByRole('row').filter({ hasText: 'books.seal' }).getByRole('button', { name: 'Run now' }).click();
  await confirm(page, 'To see it run', 'Run now');
});

test('a market gets a threshold', async () => {
  const { page } = ada;
  await goTo('/markets?q=Portugal', 'Markets');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel(/^Payout from/).fill('12.50');
  await confirm(page, 'Small amounts cost more than they bring', 'Save');
  assert.equal(sql(`SELECT payout_min_minor FROM market WHERE country = 'PT'`), '1250');
});

test('the audit trail tells of all of it', async () => {
  const { page } = ada;
  await goTo('/audit', 'Audit trail');
  await page.getByRole('button', { name: 'Only mine' }).click();
  for (const kind of ['Suspended an account', 'Reinstated an account', 'Tried a background job again', 'Ran a schedule', 'Changed a market']) await page.getByText(kind, { exact: true }).first().waitFor();
  await looksRightEverywhere(page, 'admin-audit-full');
});
