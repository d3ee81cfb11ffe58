// SPDX-License-Identifier: Apache-2.0
// The official client, tus-js-client, with everything it can do: whole and in pieces, with
// and without a known length, through links that break, over the end of the program.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';

import { FileUrlStorage, Upload } from 'tus-js-client';

import { assertArrived, log, openDoor, somebody, UPLOADS } from './world.mjs';

let headers;
let folder;
before(async () => { headers = await somebody(); folder = mkdtempSync(join(tmpdir(), 'tus-')); });
after(() => rmSync(folder, { recursive: true }));

/** Uploads something to its end. */
function sent(bytes, options = {}) {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: UPLOADS, headers, retryDelays: null, metadata: { filename: 'Console.log' },
      ...options,
      onSuccess: () => resolve(upload), onError: reject,
    });
    options.onStart?.(upload);
    upload.start();
  });
}

test('a file at once', async () => {
  const bytes = log(3_000_000);
  assertArrived((await sent(bytes)).url, bytes);
});

test('with its creation', async () => {
  const bytes = log(500_000);
  assertArrived((await sent(bytes, { uploadDataDuringCreation: true })).url, bytes);
});

test('in pieces', async () => {
  const bytes = log(2_500_000);
  const seen = [];
  const upload = await sent(bytes, { chunkSize: 300_000, onChunkComplete: (_size, accepted) => seen.push(accepted) });
  assert.deepEqual(seen, [300_000, 600_000, 900_000, 1_200_000, 1_500_000, 1_800_000, 2_100_000, 2_400_000, 2_500_000]);
  assertArrived(upload.url, bytes);
});

test('from a stream of which nobody knows the length', async () => {
  const bytes = log(1_000_000);
  const pieces = Array.from({ length: 40 }, (_, n) => bytes.subarray(n * 25_000, (n + 1) * 25_000));
  const upload = await sent(Readable.from(pieces, { objectMode: false }), { chunkSize: 150_000, uploadLengthDeferred: true });
  assertArrived(upload.url, bytes);
});

test('several at once', async () => {
  const files = [log(2_000_000), log(1_500_000), log(1_000_000), log(10)];
  const uploads = await Promise.all(files.map((bytes) => sent(bytes, { chunkSize: 256 * 1024 })));
  uploads.forEach((upload, n) => assertArrived(upload.url, files[n]));
});

test('a link that breaks again and again is made anew', async (t) => {
  const door = await openDoor();
  t.after(() => door.close());
  const bytes = log(6_000_000);
  door.shutEvery(1_100_000, 4);
  const upload = await sent(bytes, { endpoint: door.url, retryDelays: Array.from({ length: 20 }, () => 200) });
  assert.equal(door.breaks, 0);
  assertArrived(upload.url, bytes);
});

test('a program that ended goes on when it runs again', async () => {
  const bytes = log(8_000_000);
  const urlStorage = new FileUrlStorage(join(folder, 'urls.json'));
  const options = { urlStorage, chunkSize: 500_000, fingerprint: () => Promise.resolve('this file') };
  const first = await new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: UPLOADS, headers, retryDelays: null, ...options, onError: reject,
      onChunkComplete: (_size, accepted) => { if (accepted >= 2_000_000) { upload.abort(); resolve(upload); } },
    });
    upload.start();
  });
  let begins;
  const second = await new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: UPLOADS, headers, retryDelays: Array.from({ length: 100 }, () => 250), ...options,
      onProgress: (done) => { begins ??= done; }, onError: reject, onSuccess: () => resolve(upload),
    });
    upload.findPreviousUploads().then(([previous]) => {
      upload.resumeFromPreviousUpload(previous);
      upload.start();
    });
  });
  assert.equal(second.url, first.url);
  assert.ok(begins >= 2_000_000, `it went on at ${begins}`);
  assertArrived(second.url, bytes);
});

test('given up', async () => {
  const bytes = log(4_000_000);
  const upload = await new Promise((resolve, reject) => {
    const begun = new Upload(bytes, {
      endpoint: UPLOADS, headers, retryDelays: null, chunkSize: 500_000, onError: reject,
      onChunkComplete: () => resolve(begun.abort(true).then(() => begun)),
    });
    begun.start();
  });
  const answer = await fetch(upload.url, { method: 'HEAD', headers: { ...headers, 'Tus-Resumable': '1.0.0' } });
  assert.equal(answer.status, 410);
});

test('a file of a kind that is not taken is not tried again', async () => {
  const zip = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), Buffer.alloc(2_000_000)]);
  let pieces = 0;
  const error = await sent(zip, {
    retryDelays: [10, 10, 10], onBeforeRequest: (request) => { pieces += request.getMethod() === 'PATCH'; },
  }).then(() => null, (e) => e);
  assert.equal(error?.originalResponse?.getStatus(), 415);
  assert.match(error.originalResponse.getBody(), /file-refused/);
  assert.equal(pieces, 1);
});

test('parts of one file are not put together here, and it says so', async () => {
  const error = await sent(log(1_000_000), { parallelUploads: 2 }).then(() => null, (e) => e);
  assert.equal(error?.originalResponse?.getStatus(), 400);
});
