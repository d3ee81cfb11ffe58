// SPDX-License-Identifier: Apache-2.0
// The sandbox as a program: settings, start, end, and what it remembers; and its own pages.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { clientsOf, openSandbox, paidSession, SECRET, until } from './support.mjs';

const MAIN = fileURLToPath(new URL('../src/main.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sandbox test '));
const secretFile = join(folder, 'secret');
writeFileSync(secretFile, `${SECRET}\n`);
after(() => rmSync(folder, { recursive: true }));

const SETTINGS = {
  SANDBOX_PORT: '0',
  SANDBOX_SMTP_PORT: '0',
  SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:1/',
  SANDBOX_WEBHOOK_SECRET_FILE: secretFile,
};

function launch(settings) {
  return spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...SETTINGS, ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the program; ready says where it is. */
async function start(settings) {
  const child = launch(settings);
  const [line] = await once(createInterface(child.stdout), 'line');
  const [, url] = /^Sandbox ready: (http:\/\/localhost:\d+) /.exec(line);
  return { child, line, ...clientsOf(url.replace('localhost', '127.0.0.1')) };
}

async function end({ child }, signal = 'SIGTERM') {
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code;
}

test('it says in one line when it is ready, and ends cleanly on SIGTERM', async () => {
  const program = await start({ SANDBOX_PUBLIC_URL: undefined });
  assert.match(program.line, /SMTP on 127\.0\.0\.1:\d+, webhooks to http:\/\/127\.0\.0\.1:1\//);
  await program.stripe.customers.create({});
  assert.equal(await end(program), 0);
});

test('its state survives a restart: objects, keys, settings and what is undelivered', async () => {
  const SANDBOX_STATE = join(folder, 'state.json');
  const before = await start({ SANDBOX_STATE });
  await before.control('webhooks', { mode: 'hold', copies: 2 });
  const { session, charge } = await paidSession(before);
  const create = { name: 'Ada' };
  const customer = await before.stripe.customers.create(create, { idempotencyKey: 'k' });
  await end(before);
  assert.equal(statSync(SANDBOX_STATE).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('state')), ['state.json']);

  const then = await start({ SANDBOX_STATE });
  assert.equal((await then.stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
  assert.equal((await then.stripe.charges.retrieve(charge.id)).amount, 4950);
  assert.equal((await then.stripe.customers.create(create, { idempotencyKey: 'k' })).id, customer.id);
  assert.equal((await then.control('state')).settings.webhooks.mode, 'hold');
  assert.deepEqual(await then.control('webhooks/release', {}), { released: 6 });
  await end(then);
});

test('its state is written as it changes, not only at the end', async () => {
  const SANDBOX_STATE = join(folder, 'killed.json');
  const killed = await start({ SANDBOX_STATE });
  const { id } = await killed.stripe.customers.create({});
  await until(() => existsSync(SANDBOX_STATE) && readFileSync(SANDBOX_STATE, 'utf8').includes(id));
  await end(killed, 'SIGKILL');
});

test('without a usable secret or port it refuses to start and says why', async () => {
  const notASecret = join(folder, 'not a secret');
  writeFileSync(notASecret, 'changeme');
  for (const [settings, reason] of [
    [{ SANDBOX_WEBHOOK_SECRET_FILE: '' }, /SANDBOX_WEBHOOK_SECRET_FILE must name a file/],
    [{ SANDBOX_WEBHOOK_SECRET_FILE: notASecret }, /begins with whsec_/],
    [{ SANDBOX_PORT: 'http' }, /SANDBOX_PORT must be a port number/],
    [{ SANDBOX_STATE: secretFile }, /is not a saved state/],
  ]) {
    const child = launch(settings);
    const exit = once(child, 'exit');
    const output = (await child.stderr.toArray()).join('');
    assert.match(output, reason);
    assert.deepEqual(await exit, [1, null]);
  }
});

test('a taken port is a clear end, not a half-started program', async () => {
  const first = await start();
  const { port } = new URL(first.url);
  const second = launch({ SANDBOX_PORT: port });
  const [code] = await once(second, 'exit');
  assert.equal(code, 1);
  await end(first);
});

test('its own pages show mail, objects, deliveries and requests', async () => {
  const sandbox = await openSandbox();
  const { session, charge } = await paidSession(sandbox);
  const { browse } = sandbox;
  const overview = await browse('/');
  assert.match(overview.html, /stands in for the services/);
  assert.match(overview.html, /Charges<\/dt><dd>1</);
  assert.ok((await browse('/stripe')).html.includes(session.id));
  assert.ok((await browse(`/stripe/objects/${charge.id}`)).html.includes('&quot;amount&quot;: 4950'));
  assert.match((await browse('/deliveries')).html, /checkout\.session\.completed/);
  assert.match((await browse('/requests')).html, /POST \/v1\/checkout\/sessions/);
  assert.equal((await browse('/nothing')).status, 404);
  assert.equal((await browse('/stripe/objects/ch_none')).status, 404);
  assert.match((await browse('/style.css')).headers.get('content-type'), /^text\/css/);
});

test('a malformed address or body is refused, and the sandbox lives on', async () => {
  const { url, control } = await openSandbox();
  assert.equal((await fetch(`${url}/%E0%A4%A`)).status, 400);
  const broken = await fetch(`${url}/_sandbox/faults`, { method: 'POST', body: '[' });
  assert.equal(broken.status, 400);
  const large = await fetch(`${url}/_sandbox/faults`, { method: 'POST', body: 'x'.repeat(1_100_000) });
  assert.equal(large.status, 413);
  await assert.rejects(control('earthquake'), { status: 404 });
  assert.equal((await fetch(url)).status, 200);
});
