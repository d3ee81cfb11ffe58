// SPDX-License-Identifier: Apache-2.0
// One bucket: objects and unfinished multipart uploads. In memory: it is empty after a restart.

import { createHash, randomBytes } from 'node:crypto';

import { noSuchUpload, S3Error } from './errors.mjs';

const PART_MIN = 5 * 1024 * 1024;

export class Bucket {
  objects = new Map();
  uploads = new Map();

  empty() {
    this.objects.clear();
    this.uploads.clear();
  }

  put(key, bytes) {
    const object = { key, bytes, etag: etagOf(bytes), at: new Date() };
    this.objects.set(key, object);
    return object;
  }

  startUpload(key) {
    const id = `${randomBytes(18).toString('base64')}.up+load`; // as hard to handle as they may be
    this.uploads.set(id, { id, key, parts: new Map() });
    return id;
  }

  upload(key, id) {
    const upload = this.uploads.get(id);
    if (upload?.key !== key) throw noSuchUpload();
    return upload;
  }

  putPart(key, id, number, bytes) {
    if (!(number >= 1 && number <= 10000)) throw new S3Error(400, 'InvalidArgument', 'Parts are numbered from 1 to 10000.');
    const part = { bytes, etag: etagOf(bytes) };
    this.upload(key, id).parts.set(number, part);
    return part;
  }

  /** @param wanted [{number, etag}], all of them, in order */
  completeUpload(key, id, wanted) {
    const upload = this.upload(key, id);
    if (wanted.some(({ number }, i) => i > 0 && number <= wanted[i - 1].number)) {
      throw new S3Error(400, 'InvalidPartOrder', 'The parts are not in order.');
    }
    const parts = wanted.map(({ number, etag }, i) => {
      const part = upload.parts.get(number);
      if (!part || part.etag !== etag) throw new S3Error(400, 'InvalidPart', 'A part is missing or another one.');
      if (i < wanted.length - 1 && part.bytes.length < PART_MIN) throw new S3Error(400, 'EntityTooSmall', 'A part is too small.');
      return part.bytes;
    });
    if (parts.length === 0) throw new S3Error(400, 'MalformedXML', 'There are no parts.');
    this.uploads.delete(id);
    return this.put(key, Buffer.concat(parts));
  }

  /** All bytes that it keeps, those of unfinished uploads too. */
  get size() {
    const parts = [...this.uploads.values()].flatMap((upload) => [...upload.parts.values()]);
    return [...this.objects.values(), ...parts].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}

function etagOf(bytes) {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
