// SPDX-License-Identifier: Apache-2.0
// S05: register, confirm the address, log in, forget the password, log out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { linkIn, mailTo, newAddress, PASSWORD, register } from './world.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('a builder registers, confirms the address and logs in', async () => {
  const page = await openWindow(browser, DESK);
  const email = newAddress('builder');

  await page.goto(`${SITE}/register`);
  await looksRightEverywhere(page, 'register');
  await page.getByRole('radio', { name: /I build/ }).check();
  await page.getByLabel('Full name').fill('Ada <script>alert(1)</script> Builder');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
  await looksRightEverywhere(page, 'check-inbox');

  const mail = await mailTo(email, /confirm/i);
  assert.ok(!mail.html.includes('<script>'), 'a name is text, also in a mail');
  await page.goto(SITE + linkIn(mail));
  await page.getByText('Your address is confirmed').waitFor();
  await looksRightEverywhere(page, 'verified');

  await page.goto(`${SITE}/login`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password at all');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').first().waitFor();
  await looksRightEverywhere(page, 'login-refused');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/board/);
  await looksRightEverywhere(page, 'board-first-run-builder');

  await page.reload();
  await page.waitForURL(/\/board/);
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage }).includes('eyJ')), false, 'no token in the storage');
  await page.goto(`${SITE}/settings`);
  await page.getByLabel('Full name').waitFor();
  await looksRightEverywhere(page, 'settings');
  await page.goto(`${SITE}/logout`);
  await page.getByText('You are logged out on this device').waitFor();
  await page.goto(`${SITE}/board`);
  await page.waitForURL(/\/login/);
  await page.context().close();
});

test('who forgot the password chooses a new one by mail', async () => {
  const page = await openWindow(browser);
  const person = await register('tester', 'Tom Tester');

  await page.goto(`${SITE}/forgot-password`);
  await looksRightEverywhere(page, 'forgot-password');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.goto(SITE + linkIn(await mailTo(person.email, /password/i)));
  await page.getByLabel('New password', { exact: true }).fill('another river bends once');
  await looksRightEverywhere(page, 'reset-password');
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByText('Your new password is set').waitFor();

  await page.goto(`${SITE}/login`);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('another river bends once');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/board/);
  await page.context().close();
});
