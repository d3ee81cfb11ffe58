// SPDX-License-Identifier: Apache-2.0
// What anybody sees: landing, pricing, legal pages, a page that is not there; headers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

for (const [path, name] of [
  ['/', 'landing'],
  ['/pricing', 'pricing'],
  ['/jobs', 'marketplace'],
  ['/terms', 'terms'],
  ['/privacy', 'privacy'],
  ['/no/such/page', 'not-found'],
]) {
  test(`${name} looks right, light and dark`, async () => {
    const page = await openWindow(browser);
    await page.goto(SITE + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRightEverywhere(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksRightEverywhere(page, `${name}-dark`);
    await page.context().close();
  });
}

test('every page carries the policy, and test mode is said', async () => {
  const page = await openWindow(browser);
  const answer = await page.goto(SITE);
  const headers = answer.headers();

  assert.match(headers['content-security-policy'], /default-src 'self'; script-src 'self'; style-src 'self'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  await page.getByText(/Test mode/).first().waitFor();
  await page.context().close();
});

test('the keyboard alone finds the way in', async () => {
  const page = await openWindow(browser);
  await page.goto(SITE);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /skip/i, 'first comes the skip link');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.tagName === 'MAIN');
  await page.context().close();
});

// Asks until the answer comes from the cache; it is kept for seconds only.
async function fromCache(address) {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await fetch(address);
    if (answer.headers.get('x-cache')?.startsWith('HIT')) return answer;
    await answer.text();
  }
  return undefined;
}

test('strangers get the marketplace from the cache, and nobody gets what is theirs', async () => {
  const address = `${SITE}/api/v1/jobs?limit=7`;
  const made = await fetch(address);
  const kept = await fromCache(address);

  assert.ok(kept, 'it is kept');
  assert.deepEqual(Object.keys(await kept.json()), ['items', 'next']);
  assert.notEqual(kept.headers.get('x-request-id'), made.headers.get('x-request-id'), 'each request has its own id');
  assert.equal(await fromCache(`${SITE}/api/v1/config`), undefined, 'what does not say so is not');
});
