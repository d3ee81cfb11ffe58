// SPDX-License-Identifier: Apache-2.0
// The same requests to our server and to the official one, @tus/server: status and headers
// of the protocol are the same, but for the differences that are named below.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

import { log, somebody, UPLOADS } from './world.mjs';

const VERSION = { 'Tus-Resumable': '1.0.0' };
const BYTES = { 'Content-Type': 'application/offset+octet-stream' };
const VALUES = ['tus-resumable', 'upload-offset', 'upload-length', 'upload-defer-length', 'upload-metadata'];
const PRESENT = ['location', 'tus-version'];

const ours = { endpoint: UPLOADS, headers: {} };
const theirs = { headers: {} };
let folder;
let server;

before(async () => {
  ours.headers = await somebody();
  folder = mkdtempSync(join(tmpdir(), 'tus-'));
  const tus = new Server({
    path: '/files', maxSize: 2147483648, relativeLocation: true,
    datastore: new FileStore({ directory: folder, expirationPeriodInMilliseconds: 86_400_000 }),
  });
  server = createServer(tus.handle.bind(tus));
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  theirs.endpoint = `http://127.0.0.1:${server.address().port}/files`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** What one of the two says to a request, as far as the protocol says what. */
async function said(side, { method, at, headers, body }) {
  const answer = await fetch(at === 'new' ? side.endpoint : side.url, { method, headers: { ...side.headers, ...headers }, body });
  await answer.arrayBuffer();
  if (at === 'new' && answer.headers.get('location')) side.url = new URL(answer.headers.get('location'), side.endpoint).href;
  const seen = { status: answer.status };
  for (const name of VALUES) seen[name] = answer.headers.get(name);
  for (const name of PRESENT) seen[name] = answer.headers.has(name);
  // They leave it out of HEAD, where it is as good to know.
  if (method !== 'HEAD') seen['upload-expires'] = answer.headers.has('upload-expires');
  return seen;
}

/** A conversation: each step is a request, and where we differ: what we say instead, and why. */
async function converse(steps) {
  for (const [name, request, instead] of steps) {
    const [mine, other] = [await said(ours, request), await said(theirs, request)];
    if (!instead) assert.deepEqual(mine, other, name);
    else {
      assert.equal(mine.status, instead.ours, `${name}: ours, because ${instead.why}`);
      assert.equal(other.status, instead.theirs, `${name}: theirs`);
    }
  }
}

const create = (headers, body) => ({ method: 'POST', at: 'new', headers: { ...VERSION, ...headers }, body });
const patch = (offset, body, headers) => ({ method: 'PATCH', headers: { ...VERSION, ...BYTES, 'Upload-Offset': String(offset), ...headers }, body });
const head = (headers) => ({ method: 'HEAD', headers: { ...VERSION, ...headers } });

const bytes = log(300_000);
const part = (from, to) => bytes.subarray(from, to);

test('a file in pieces', () => converse([
  ['create', create({ 'Upload-Length': '300000', 'Upload-Metadata': 'filename Q29uc29sZS5sb2c=,is_secret' })],
  ['how far', head()],
  ['the first piece', patch(0, part(0, 100_000))],
  ['how far now', head()],
  ['the same again', patch(0, part(0, 100_000))],
  ['too far', patch(200_000, part(0, 10))],
  ['more than it has', patch(100_000, Buffer.concat([part(100_000), part(0, 10)]))],
  ['still as far', head()],
  ['the rest', patch(100_000, part(100_000))],
  ['all there', head(), { ours: 200, theirs: 200, why: 'a complete upload has no end that they could name' }],
  ['nothing more', patch(300_000, Buffer.alloc(0))],
]));

test('with its creation', () => converse([
  ['all of it', create({ 'Upload-Length': '300000', ...BYTES }, bytes)],
  ['a beginning', create({ 'Upload-Length': '300000', ...BYTES }, part(0, 5000))],
  ['how far', head()],
]));

test('a length that comes later', () => converse([
  ['create', create({ 'Upload-Defer-Length': '1' })],
  ['how far', head()],
  ['a piece', patch(0, part(0, 50_000))],
  ['too short a length', patch(50_000, part(50_000, 50_001), { 'Upload-Length': '10' })],
  ['the length with a piece', patch(50_000, part(50_000, 60_000), { 'Upload-Length': '70000' })],
  ['how far now', head()],
  ['another length', patch(60_000, part(60_000, 70_000), { 'Upload-Length': '80000' })],
  ['the same length', patch(60_000, part(60_000, 60_001), { 'Upload-Length': '70000' }),
    { ours: 204, theirs: 400, why: 'a client that lost the answer repeats what it said' }],
]));

test('what a creation must say', () => converse([
  ['no version', { method: 'POST', at: 'new', headers: { 'Upload-Length': '10' } },
    { ours: 412, theirs: 412, why: 'ours names the version, as the protocol demands' }],
  ['another version', create({ 'Tus-Resumable': '0.2.2', 'Upload-Length': '10' }),
    { ours: 412, theirs: 400, why: 'the protocol says 412' }],
  ['no length', create({})],
  ['both', create({ 'Upload-Length': '10', 'Upload-Defer-Length': '1' })],
  ['a negative length', create({ 'Upload-Length': '-1' })],
  ['a length that is none', create({ 'Upload-Length': 'ten' })],
  ['deferred otherwise', create({ 'Upload-Defer-Length': '2' })],
  ['too large', create({ 'Upload-Length': '3000000000' })],
  ['metadata that is none', create({ 'Upload-Length': '10', 'Upload-Metadata': 'a b c' })],
  ['a key twice', create({ 'Upload-Length': '10', 'Upload-Metadata': 'a Yg==,a Yg==' })],
  ['bytes of another type', create({ 'Upload-Length': '10', 'Content-Type': 'text/plain' }, 'ten bytes.'),
    { ours: 415, theirs: 201, why: 'bytes that were sent must not be passed over in silence' }],
  ['an empty file', create({ 'Upload-Length': '0' }),
    { ours: 415, theirs: 201, why: 'nothing is no evidence' }],
]));

test('what a piece must say', () => converse([
  ['create', create({ 'Upload-Length': '1000' })],
  ['no offset', { method: 'PATCH', headers: { ...VERSION, ...BYTES }, body: part(0, 10) },
    { ours: 400, theirs: 403, why: 'the request cannot be read; nothing is forbidden' }],
  ['a negative offset', patch(-1, part(0, 10))],
  ['an offset that is none', patch('x', part(0, 10))],
  ['another type', patch(0, part(0, 10), { 'Content-Type': 'application/json' }),
    { ours: 415, theirs: 400, why: 'it is the type that is wrong' }],
  ['how far', head()],
]));

test('the end', () => converse([
  ['create', create({ 'Upload-Length': '1000' })],
  ['give up', { method: 'DELETE', headers: VERSION }],
  ['how far', head(), { ours: 410, theirs: 404, why: 'we remember that it was there' }],
  ['go on', patch(0, part(0, 10)), { ours: 410, theirs: 404, why: 'we remember that it was there' }],
]));

test('what there is', async () => {
  const [mine, other] = await Promise.all([ours, theirs].map((side) => fetch(side.endpoint, { method: 'OPTIONS' })));
  assert.equal(mine.status, other.status);
  for (const name of ['tus-version', 'tus-max-size']) assert.equal(mine.headers.get(name), other.headers.get(name), name);
  const extensions = mine.headers.get('tus-extension').split(',');
  for (const name of other.headers.get('tus-extension').split(',')) assert.ok(extensions.includes(name), `${name}, as they have`);
});
