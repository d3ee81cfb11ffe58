// SPDX-License-Identifier: Apache-2.0
// Who asks: AWS Signature Version 4, in headers or in a link, made again by AWS's own signer.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { SignatureV4 } from '@smithy/signature-v4';

import { S3Error } from './errors.mjs';

/** The one key pair that the sandbox knows. */
export const ACCESS_KEY = 'sandbox-access-key';
export const SECRET_KEY = 'sandbox-secret-key-0123456789';

const WEEK_S = 7 * 24 * 3600;
const LEEWAY_MS = 15 * 60 * 1000;
const HASH_HEADER = 'x-amz-content-sha256';

class Sha256 {
  #hash;

  constructor(secret) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }

  update(data) {
    this.#hash.update(data);
  }

  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
}

/**
 * Refuses a request whose signature is not ours.
 * @param call method, target (as it was sent), headers, body
 */
export async function checkSignature(call) {
  const url = new URL(`http://sandbox${call.target}`);
  if (url.searchParams.has('X-Amz-Signature')) await checkLink(call, url);
  else await checkHeaders(call, url);
}

async function checkHeaders({ method, headers, body }, url) {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/
    .exec(headers.authorization ?? '');
  if (!given) throw new S3Error(403, 'AccessDenied', 'The request is not signed.');
  const [, credential, names, signature] = given;
  const date = dateOf(headers['x-amz-date']);
  if (Math.abs(Date.now() - date) > LEEWAY_MS) throw new S3Error(403, 'RequestTimeTooSkewed', 'The time is too far off.');
  if (headers[HASH_HEADER] !== createHash('sha256').update(body).digest('hex')) {
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', 'The body is not what was signed.');
  }
  const signed = Object.fromEntries(names.split(';').map((name) => [name, headers[name] ?? '']));
  if (!signed.host || !signed[HASH_HEADER]) throw new S3Error(403, 'AccessDenied', 'Host and content must be signed.');
  const again = await signer(credential).sign(request(method, url, signed), { signingDate: date });
  compare(signature, /Signature=([0-9a-f]+)/.exec(again.headers.authorization)[1]);
}

async function checkLink({ method, headers }, url) {
  const query = Object.fromEntries(url.searchParams);
  const date = dateOf(query['X-Amz-Date']);
  const seconds = Number(query['X-Amz-Expires']);
  if (!(seconds >= 1 && seconds <= WEEK_S)) throw new S3Error(403, 'AuthorizationQueryParametersError', 'X-Amz-Expires must be a week at most.');
  if (!(Date.now() < date.getTime() + seconds * 1000)) throw new S3Error(403, 'AccessDenied', 'Request has expired');
  const ours = [...url.searchParams.keys()].filter((name) => !name.startsWith('X-Amz-'));
  const bare = request(method, url, { host: headers.host, [HASH_HEADER]: 'UNSIGNED-PAYLOAD' });
  bare.query = Object.fromEntries(ours.map((name) => [name, query[name]]));
  const again = await signer(query['X-Amz-Credential'] ?? '').presign(bare, {
    signingDate: date,
    expiresIn: seconds,
    unhoistableHeaders: new Set([HASH_HEADER]),
    unsignableHeaders: new Set([HASH_HEADER]),
  });
  compare(query['X-Amz-Signature'], again.query['X-Amz-Signature']);
}

function request(method, url, headers) {
  return {
    method, headers, protocol: 'http:', hostname: 'sandbox',
    path: url.pathname, query: Object.fromEntries(url.searchParams),
  };
}

function signer(credential) {
  const [key, , region, service] = credential.split('/');
  if (key !== ACCESS_KEY) throw new S3Error(403, 'InvalidAccessKeyId', 'The access key is not known.');
  if (service !== 's3') throw new S3Error(403, 'AccessDenied', 'The signature is for another service.');
  return new SignatureV4({
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
    region, service, sha256: Sha256, uriEscapePath: false, applyChecksum: false,
  });
}

function dateOf(text) {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (!found) throw new S3Error(403, 'AccessDenied', 'The date is missing or has another form.');
  return new Date(Date.UTC(found[1], found[2] - 1, ...found.slice(3).map(Number)));
}

function compare(given, wanted) {
  if (given.length !== wanted.length || !timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) {
    throw new S3Error(403, 'SignatureDoesNotMatch', 'The signature is another one.');
  }
}
