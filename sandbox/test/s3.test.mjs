// SPDX-License-Identifier: Apache-2.0
// The S3 stand-in: signed requests, links, multipart uploads, faults. AWS's signer speaks to it.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { beforeEach, test } from 'node:test';

import { SignatureV4 } from '@smithy/signature-v4';

import { openSandbox } from './support.mjs';

const { url, control, browse } = await openSandbox();
const PART = Buffer.alloc(5 * 1024 * 1024, 'x');

beforeEach(() => control('reset', {}));

class Sha256 {
  constructor(secret) { this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret); }
  update(data) { this.hash.update(data); }
  async digest() { return new Uint8Array(this.hash.digest()); }
}

function signer(secretAccessKey = 'sandbox-secret-key-0123456789') {
  return new SignatureV4({
    credentials: { accessKeyId: 'sandbox-access-key', secretAccessKey },
    region: 'eu-test-1', service: 's3', sha256: Sha256, uriEscapePath: false, applyChecksum: false,
  });
}

async function s3(method, target, { body = '', secret, headers = {} } = {}) {
  const address = new URL(`/s3/peertest${target}`, url);
  const signed = await signer(secret).sign({
    method, protocol: 'http:', hostname: address.hostname, path: address.pathname,
    query: Object.fromEntries(address.searchParams), body,
    headers: { host: address.host, 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') },
  });
  const { host, ...sent } = signed.headers;
  return fetch(address, { method, headers: { ...sent, ...headers }, ...(body.length ? { body } : {}) });
}

const member = (text, name) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1];

test('an object is put, read, listed and deleted', async () => {
  assert.equal((await s3('PUT', '/a/b', { body: 'hello' })).status, 200);
  assert.equal(await (await s3('GET', '/a/b')).text(), 'hello');
  assert.equal((await s3('HEAD', '/a/b')).headers.get('content-length'), '5');
  const part = await s3('GET', '/a/b', { headers: { Range: 'bytes=1-2' } });
  assert.deepEqual([part.status, await part.text()], [206, 'el']);
  assert.equal(member(await (await s3('GET', '?list-type=2&prefix=a%2F')).text(), 'Key'), 'a/b');
  assert.match((await browse('/files')).html, /a\/b/);
  assert.equal((await s3('DELETE', '/a/b')).status, 204);
  assert.equal((await s3('GET', '/a/b')).status, 404);
});

test('a signature counts, and so does the body that it was made for', async () => {
  assert.equal((await fetch(`${url}/s3/peertest/a`)).status, 403);
  assert.equal((await s3('PUT', '/a', { body: 'x', secret: 'another-one' })).status, 403);
  assert.equal((await s3('PUT', '/a', { body: 'x', headers: { 'x-amz-date': '20200101T000000Z' } })).status, 403);
  assert.equal((await s3('PUT', '/a', { body: 'x', headers: { 'x-amz-content-sha256': 'y' } })).status, 400);
});

test('a multipart upload is completed from the parts that it names', async () => {
  const id = encodeURIComponent(member(await (await s3('POST', '/big?uploads=')).text(), 'UploadId'));
  const etags = [];
  for (const [i, body] of [PART, Buffer.from('end')].entries()) {
    etags.push((await s3('PUT', `/big?partNumber=${i + 1}&uploadId=${id}`, { body })).headers.get('etag'));
  }
  const parts = (...list) => `<C>${list.map((n) => `<Part><PartNumber>${n}</PartNumber><ETag>${etags[n - 1]}</ETag></Part>`).join('')}</C>`;
  assert.equal(member(await (await s3('POST', `/big?uploadId=${id}`, { body: parts(2, 1) })).text(), 'Code'), 'InvalidPartOrder');
  assert.equal((await s3('POST', `/big?uploadId=${id}`, { body: parts(1, 2) })).status, 200);
  assert.equal((await (await s3('GET', '/big')).arrayBuffer()).byteLength, PART.length + 3);
  assert.equal((await s3('POST', `/big?uploadId=${id}`, { body: parts(1, 2) })).status, 404);
});

test('an upload that is ended leaves nothing', async () => {
  const id = member(await (await s3('POST', '/gone?uploads=')).text(), 'UploadId');
  assert.equal(member(await (await s3('GET', '?prefix=gone&uploads=')).text(), 'UploadId'), id);
  assert.equal((await s3('DELETE', `/gone?uploadId=${encodeURIComponent(id)}`)).status, 204);
  assert.equal((await s3('PUT', `/gone?partNumber=1&uploadId=${encodeURIComponent(id)}`, { body: 'x' })).status, 404);
});

test('faults strike as asked', async () => {
  for (const [kind, status] of [['500', 500], ['429', 429], ['507', 507]]) {
    await control('faults', { kind, method: 'PUT', path_prefix: '/s3/' });
    assert.equal((await s3('PUT', '/x', { body: 'x' })).status, status);
    assert.equal((await s3('GET', '/x')).status, 404);
  }
  await control('faults', { kind: '500_after', method: 'PUT', path_prefix: '/s3/' });
  assert.equal((await s3('PUT', '/x', { body: 'x' })).status, 500);
  assert.equal((await s3('GET', '/x')).status, 200);
});
