// SPDX-License-Identifier: Apache-2.0
// An S3-compatible store with one bucket, as far as PeerTest Hub uses one.
// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html

import { silence, takeHttpFault } from '../faults.mjs';
import { logRequest } from '../requests.mjs';
import { Bucket } from './bucket.mjs';
import { noSuchKey, S3Error } from './errors.mjs';
import { checkSignature } from './signature.mjs';
import { textsOf, xml, xmlReply } from './xml.mjs';

/** The one bucket's name. */
export const BUCKET = 'peertest';

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const PAGE = 1000;

const FAULT_ERRORS = {
  429: () => new S3Error(429, 'SlowDown', 'Please reduce your request rate.'),
  500: () => new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.'),
  507: () => new S3Error(507, 'XMinioStorageFull', 'Storage backend has reached its minimum free disk threshold.'),
};

export class S3Api {
  #world;

  constructor(world) {
    this.#world = world;
    world.bucket = new Bucket();
  }

  /** @return a reply, or null when the connection is to be cut */
  async handle(request) {
    const url = new URL(`http://sandbox${request.url}`);
    const entry = logRequest(this.#world, {
      service: 's3', method: request.method, path: url.pathname, parameters: Object.fromEntries(url.searchParams),
    });
    const fault = takeHttpFault(this.#world, request.method, url.pathname);
    entry.fault = fault?.kind ?? null;
    const reply = await this.#answer(request, url, fault);
    entry.status = reply?.status ?? null;
    this.#world.store.touch();
    return reply;
  }

  async #answer(request, url, fault) {
    const body = await readBytes(request);
    if (fault && (!fault.executes || fault.answer === 'normal')) await silence(fault);
    const reply = fault?.executes === false ? undefined : await this.#carryOut(request, url, body);
    if (fault?.executes && fault.answer === 'none') await silence(fault);
    if (fault?.answer === 'none') return null;
    return FAULT_ERRORS[fault?.answer]?.().reply ?? reply;
  }

  async #carryOut({ method, headers, url: target }, url, body) {
    try {
      await checkSignature({ method, target, headers, body });
      const [, name, key] = /^\/s3\/([^/]+)(?:\/(.+))?$/.exec(decodeURIComponent(url.pathname)) ?? [];
      if (name !== BUCKET) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist.');
      const call = { bucket: this.#world.bucket, method, headers, key, query: url.searchParams, body };
      return key === undefined ? onBucket(call) : onObject(call);
    } catch (error) {
      if (error instanceof S3Error) return error.reply;
      throw error;
    }
  }
}

async function readBytes(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function onBucket({ bucket, method, query }) {
  const prefix = query.get('prefix') ?? '';
  const has = ({ key }) => key.startsWith(prefix);
  if (method === 'HEAD') return { status: 200, headers: {}, body: '' };
  if (method !== 'GET') throw notImplemented();
  if (query.has('uploads')) {
    const found = [...bucket.uploads.values()].filter(has);
    return list('ListMultipartUploadsResult', 'Upload', found, ({ key, id }) => [['Key', key], ['UploadId', id]]);
  }
  const found = [...bucket.objects.values()].filter(has);
  return list('ListBucketResult', 'Contents', found, ({ key, bytes }) => [['Key', key], ['Size', bytes.length]]);
}

function list(name, entry, all, members) {
  const page = all.slice(0, PAGE);
  return xmlReply(xml(name, [['IsTruncated', all.length > PAGE], ...page.map((one) => [entry, members(one)])]));
}

function onObject(call) {
  const run = { GET: read, HEAD: read, PUT: write, POST: post, DELETE: remove }[call.method];
  if (!run) throw notImplemented();
  return run(call);
}

/** A link may say what the answer is to be called. */
function read({ bucket, headers, key, query }) {
  const object = bucket.objects.get(key);
  if (!object) throw noSuchKey();
  const { bytes, etag, at } = object;
  const said = {
    'Content-Type': query.get('response-content-type') ?? 'binary/octet-stream',
    'Accept-Ranges': 'bytes', ETag: etag, 'Last-Modified': at.toUTCString(),
  };
  const disposition = query.get('response-content-disposition');
  if (disposition) said['Content-Disposition'] = disposition;
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '');
  if (!range) return { status: 200, headers: said, body: bytes };
  const [from, to] = [Number(range[1]), range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1)];
  if (from > to) throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
  said['Content-Range'] = `bytes ${from}-${to}/${bytes.length}`;
  return { status: 206, headers: said, body: bytes.subarray(from, to + 1) };
}

function write({ bucket, key, query, body }) {
  const part = query.get('uploadId');
  const { etag } = part === null ? bucket.put(key, body) : bucket.putPart(key, part, Number(query.get('partNumber')), body);
  return { status: 200, headers: { ETag: etag }, body: '' };
}

function post({ bucket, key, query, body }) {
  if (query.has('uploads')) {
    return xmlReply(xml('InitiateMultipartUploadResult', [['Bucket', BUCKET], ['Key', key], ['UploadId', bucket.startUpload(key)]]));
  }
  if (!query.has('uploadId')) throw notImplemented();
  const text = body.toString('utf8');
  const etags = textsOf(text, 'ETag');
  const wanted = textsOf(text, 'PartNumber').map((number, i) => ({ number: Number(number), etag: etags[i] }));
  const { etag } = bucket.completeUpload(key, query.get('uploadId'), wanted);
  return xmlReply(xml('CompleteMultipartUploadResult', [['Bucket', BUCKET], ['Key', key], ['ETag', etag]]));
}

function remove({ bucket, key, query }) {
  const id = query.get('uploadId');
  if (id === null) bucket.objects.delete(key);
  else bucket.uploads.delete(bucket.upload(key, id).id);
  return { status: 204, headers: {}, body: undefined };
}

function notImplemented() {
  return new S3Error(501, 'NotImplemented', 'The sandbox does not have this call.');
}
