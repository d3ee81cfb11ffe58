// SPDX-License-Identifier: Apache-2.0
// One headless Chromium, and pages that watch themselves: what the console, the
// content security policy or the server complain about fails the journey.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const SITE = process.env.PEERTEST_URL ?? 'http://localhost:8080';
const SHOTS = join(process.env.PEERTEST_ARTEFACTS ?? 'artefacts', 'screenshots');

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 900 };

/** A screen, a microphone and a person who allows both. */
export const FAKE_DEVICES = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/** Start the browser; the caller closes it. */
export async function openBrowser(more = []) {
  mkdirSync(SHOTS, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

/**
 * Chromium reports each refused request by itself; refusals are part of the product. And whoever shares the screen is
 * told that the camera is not allowed, which it is not.
 */
const EXPECTED = /Failed to load resource|Permissions policy violation: camera is not allowed/;

/** A person's own window: cookies and storage of their own. */
export async function openWindow(browser, size = DESK) {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  context.setDefaultTimeout(60_000);
  return openPage(context);
}

/** One more page in a window, with what its person's browser remembers. */
export async function openPage(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text())) {
      page.complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 500) page.complaints.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

/** Nothing broke, nothing scrolls sideways, axe finds nothing; and a picture for people. */
export async function looksRight(page, name) {
  await page.waitForLoadState('networkidle');
  // After a change of size, parts that measure themselves take a few frames.
  const overflowOf = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, null, { timeout: 10_000 }).catch(() => {});
  const overflow = await page.evaluate(overflowOf);
  await page.screenshot({ path: join(SHOTS, `${name}-${page.viewportSize().width}.png`), fullPage: true });
  assert.deepEqual(page.complaints, [], `${name}: the page complains`);
  // The error boundary looks fine by itself, and would pass all that follows.
  assert.equal(await page.getByRole('heading', { name: 'This page broke' }).count(), 0, `${name}: the page broke`);
  const words = await page.locator('body').innerText();
  assert.doesNotMatch(words, /\{\{/, `${name}: words lack a value`);
  assert.doesNotMatch(words, /changed something/, `${name}: an event has no words`);
  assert.equal(overflow, 0, `${name}: scrolls sideways by ${overflow} px`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    [],
    `${name}: accessibility`,
  );
}

/** The same page at both widths. */
export async function looksRightEverywhere(page, name) {
  await looksRight(page, name);
  const size = page.viewportSize();
  await page.setViewportSize(size.width === PHONE.width ? DESK : PHONE);
  await looksRight(page, name);
  await page.setViewportSize(size);
}
