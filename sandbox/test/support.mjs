// SPDX-License-Identifier: Apache-2.0
// A sandbox of its own for each test file, with Stripe's SDK as its client and a webhook
// that remembers what it was sent.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import Stripe from 'stripe';

import { startSandbox } from '../src/sandbox.mjs';

export const SECRET = 'whsec_test_of_the_sandbox';
export const KEY = 'sk_test_of_the_sandbox';

/** Starts a sandbox and its webhook; both end with the test file. */
export async function openSandbox() {
  const hook = await openHook();
  const sandbox = await startSandbox({
    port: 0, smtpPort: 0, webhookUrl: hook.url, webhookSecret: SECRET,
  });
  after(async () => {
    await sandbox.stop();
    hook.close();
  });
  return { ...clientsOf(sandbox.url), hook, smtpPort: sandbox.smtpPort, world: sandbox.world };
}

export function clientsOf(url) {
  const { hostname, port } = new URL(url);
  const stripe = new Stripe(KEY, {
    host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false,
  });
  return { url, stripe, control: (path, body) => control(url, path, body), browse: browser(url) };
}

/** GET without a body, POST with one; fails loudly on anything but 2xx. */
async function control(url, path, body) {
  const response = await fetch(`${url}/_sandbox/${path}`, body && {
    method: 'POST', body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.error), { status: response.status });
  return answer;
}

/** Fetches a page, or sends a form to it; redirects are shown, not followed. */
function browser(url) {
  return async (address, form) => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      html: await response.text(),
    };
  };
}

/** A webhook endpoint: keeps each request, and answers 200 unless told otherwise. */
async function openHook() {
  const received = [];
  const answers = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const body = Buffer.concat(chunks).toString('utf8');
    received.push({ body, signature: request.headers['stripe-signature'], event: JSON.parse(body), at: Date.now() });
    response.writeHead(answers.shift() ?? 200, { Location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    received,
    /** The status of the next requests, in turn. */
    answer: (...statuses) => answers.push(...statuses),
    types: () => received.map(({ event }) => event.type),
    close: () => server.close(),
  };
}

/** Waits for a condition; gives up after half a minute. */
export async function until(condition) {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(10)) {
    const value = await condition();
    if (value) return value;
  }
  throw new Error(`Waited in vain for: ${condition}`);
}

export function sessionParameters(overrides = {}) {
  return {
    mode: 'payment',
    success_url: 'http://shop.example/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.example/back',
    line_items: [{
      price_data: { currency: 'usd', unit_amount: 4950, product_data: { name: 'Test of a shop' } },
      quantity: 1,
    }],
    ...overrides,
  };
}

/** A session paid with a card; the paid session, its intent and its charge. */
export async function paidSession({ stripe, control: steer }, overrides, card = '4242424242424242') {
  const open = await stripe.checkout.sessions.create(sessionParameters(overrides));
  await steer(`checkout/${open.id}/pay`, { card });
  const session = await stripe.checkout.sessions.retrieve(open.id, {
    expand: ['payment_intent.latest_charge'],
  });
  return { session, intent: session.payment_intent, charge: session.payment_intent.latest_charge };
}

/** A connected account that may receive transfers. */
export async function activeAccount({ stripe, control: steer }) {
  const account = await stripe.accounts.create({ type: 'express', email: 'tester@example.org' });
  await steer(`accounts/${account.id}/complete`, { outcome: 'active' });
  return account;
}
