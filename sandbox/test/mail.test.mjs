// SPDX-License-Identifier: Apache-2.0
// Mail: in by SMTP and by Resend's API, out on the inbox page and as JSON.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import nodemailer from 'nodemailer';

import { openSandbox } from './support.mjs';

const { url, smtpPort, control, browse } = await openSandbox();
const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false });

beforeEach(() => control('reset', {}));

const MAIL = {
  from: 'PeerTest <hub@example.org>',
  to: 'ada@example.org',
  subject: 'Grüße an <Ada>',
  text: 'Open http://shop.example/verify?token=1 please.',
  html: '<p>Open <a href="http://shop.example/verify?token=1">this</a></p><script>alert(1)</script>',
};

async function inbox(to) {
  const query = to ? `?to=${encodeURIComponent(to)}` : '';
  const response = await fetch(`${url}/mail${query}`, { headers: { Accept: 'application/json' } });
  return (await response.json()).items;
}

const resend = (body, headers = {}) => fetch(`${url}/resend/emails`, {
  method: 'POST',
  headers: { Authorization: 'Bearer re_test', 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

test('a mail by SMTP arrives with all its parts', async () => {
  await transport.sendMail({
    ...MAIL, headers: { 'X-Kind': 'verify' },
    attachments: [{ filename: 'date.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
  });
  const [mail] = await inbox();
  assert.deepEqual([mail.to, mail.subject, mail.text.trim()], ['ada@example.org', MAIL.subject, MAIL.text]);
  assert.match(mail.from, /hub@example\.org/);
  assert.equal(mail.html.trim(), MAIL.html);
  assert.equal(mail.headers['x-kind'], 'verify');
  assert.equal(mail.attachments[0].filename, 'date.ics');
  assert.ok(Date.parse(mail.received_at) > Date.now() - 60_000);
});

test('the list is newest first and narrowed by recipient, whatever the case', async () => {
  await transport.sendMail({ ...MAIL, subject: 'one' });
  await transport.sendMail({ ...MAIL, subject: 'two', to: 'Eve@example.org' });
  await transport.sendMail({ ...MAIL, subject: 'three', bcc: 'eve@example.org' });
  const subjects = async (to) => (await inbox(to)).map(({ subject }) => subject);
  assert.deepEqual(await subjects(), ['three', 'two', 'one']);
  assert.deepEqual(await subjects('eve@EXAMPLE.org'), ['three', 'two']);
  assert.deepEqual(await subjects('nobody@example.org'), []);
});

test('a login is taken, whatever it is', async () => {
  const withLogin = nodemailer.createTransport({
    host: '127.0.0.1', port: smtpPort, secure: false, auth: { user: 'hub', pass: 'any' },
  });
  await withLogin.sendMail(MAIL);
  assert.equal((await inbox()).length, 1);
});

test('SMTP refuses for now as often as told, then takes the mail', async () => {
  await control('faults', { kind: 'smtp_451', times: 2 });
  await assert.rejects(transport.sendMail(MAIL), { responseCode: 451 });
  await assert.rejects(transport.sendMail(MAIL), { responseCode: 451 });
  await transport.sendMail(MAIL);
  assert.equal((await inbox()).length, 1);
});

test('the pages show a mail without letting it do anything', async () => {
  await transport.sendMail(MAIL);
  const [{ id }] = await inbox();
  assert.match((await browse('/mail')).html, /Grüße an &lt;Ada&gt;/);
  const { html } = await browse(`/mail/${id}`);
  assert.match(html, /<iframe [^>]*sandbox="[^"]*"/);
  assert.doesNotMatch(html, /allow-scripts|allow-same-origin|<script/);
  assert.match(html, /<a href="http:\/\/shop\.example\/verify\?token=1">/);
  const framed = await browse(`/mail/${id}/html`);
  assert.match(framed.headers.get('content-security-policy'), /^default-src 'none';.* sandbox /);
  assert.doesNotMatch(framed.headers.get('content-security-policy'), /script-src|allow-scripts/);
  assert.equal((await browse('/mail/none')).status, 404);
});

test('the inbox is emptied on request', async () => {
  await transport.sendMail(MAIL);
  assert.equal((await fetch(`${url}/mail`, { method: 'DELETE' })).status, 204);
  assert.deepEqual(await inbox(), []);
});

test("a mail by Resend's API arrives in the same inbox", async () => {
  const response = await resend({
    ...MAIL, to: ['Ada <ada@example.org>', 'eve@example.org'], headers: { 'X-Kind': 'verify' },
  });
  const { id } = await response.json();
  const [mail] = await inbox('eve@example.org');
  assert.deepEqual([mail.id, mail.to, mail.subject, mail.html, mail.text, mail.headers['x-kind']],
    [id, 'ada@example.org, eve@example.org', MAIL.subject, MAIL.html, MAIL.text, 'verify']);
  const sent = await fetch(`${url}/resend/emails/${id}`, { headers: { Authorization: 'Bearer re_test' } });
  assert.equal((await sent.json()).subject, MAIL.subject);
});

test('Resend refuses a missing key, a missing field and what is not JSON', async () => {
  const refusal = async (response) => {
    const { statusCode, name } = await response.json();
    return [response.status, statusCode, name];
  };
  assert.deepEqual(await refusal(await resend(MAIL, { Authorization: '' })), [401, 401, 'missing_api_key']);
  assert.deepEqual(await refusal(await resend(MAIL, { Authorization: 'Bearer sk_1' })), [403, 403, 'invalid_api_key']);
  for (const gap of ['from', 'to', 'subject']) {
    assert.deepEqual(await refusal(await resend({ ...MAIL, [gap]: undefined })), [422, 422, 'missing_required_field']);
  }
  assert.equal((await resend({ ...MAIL, text: undefined, html: undefined })).status, 422);
  assert.equal((await resend({ ...MAIL, text: undefined })).status, 200);
  const broken = await fetch(`${url}/resend/emails`, {
    method: 'POST', headers: { Authorization: 'Bearer re_test' }, body: '{',
  });
  assert.equal(broken.status, 400);
  assert.equal((await inbox()).length, 1);
});

test('Resend: one key is one mail; another mail under it is refused', async () => {
  const send = (mail) => resend(mail, { 'Idempotency-Key': 'mail-1' });
  const { id } = await (await send(MAIL)).json();
  assert.equal((await (await send(MAIL)).json()).id, id);
  const other = await send({ ...MAIL, subject: 'Another' });
  assert.deepEqual([other.status, (await other.json()).name], [409, 'invalid_idempotent_request']);
  assert.equal((await inbox()).length, 1);
  await control('clock', { advance_s: 24 * 3600 });
  assert.notEqual((await (await send(MAIL)).json()).id, id);
});

test('Resend: faults strike its calls too, with and without effect', async () => {
  await control('faults', { kind: '500', path_prefix: '/resend' });
  assert.equal((await resend(MAIL)).status, 500);
  assert.equal((await inbox()).length, 0);
  await control('faults', { kind: 'cut_after', path_prefix: '/resend' });
  await assert.rejects(resend(MAIL, { 'Idempotency-Key': 'mail-2' }));
  assert.equal((await inbox()).length, 1);
  await resend(MAIL, { 'Idempotency-Key': 'mail-2' });
  assert.equal((await inbox()).length, 1);
  const { items } = await control('requests?path=/resend');
  assert.deepEqual(items.map(({ status, fault }) => [status, fault]),
    [[200, null], [null, 'cut_after'], [500, '500']]);
  assert.equal(items[0].parameters.subject, MAIL.subject);
});
