// SPDX-License-Identifier: Apache-2.0
// Uploads and files over HTTP/2, as browsers have them: many streams on one connection, of
// which each may be cut, held up or refused while the others go on.
import assert from 'node:assert/strict';
import { connect, constants } from 'node:http2';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { assertArrived, log, SITE, somebody } from './world.mjs';

const UPLOADS = '/api/v1/uploads';
const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' };
const PATIENCE = 30_000;

let who;
let session;
before(async () => { who = await somebody(); session = opened(); });
after(() => session.close());

/**
 * A connection, by prior knowledge. What it dies of is told by its streams. Node counts
 * bodies that it could not send against the memory of a connection, in MB.
 */
function opened(options) {
  return connect(SITE, { maxSessionMemory: 200, ...options }).on('error', () => {});
}

function begun(on, method, path, headers, endStream) {
  return on.request({ ':method': method, ':path': path, ...who, ...headers }, { endStream });
}

/** What is answered on a stream. Who refuses a body resets what is left of it: no failure of the answer. */
function answer(stream) {
  return new Promise((resolve, reject) => {
    const said = { pieces: [] };
    stream.on('response', (headers) => { said.headers = headers; said.status = headers[':status']; });
    stream.on('data', (data) => said.pieces.push(data));
    stream.on('error', (error) => { if (!said.headers) reject(error); });
    stream.on('close', () => (said.headers
      ? resolve({ ...said, body: Buffer.concat(said.pieces) })
      : reject(new Error(`no answer, the stream ended with ${stream.rstCode}`))));
  });
}

/** One request and its answer. */
function ask(on, method, path, headers = {}, body = undefined) {
  const stream = begun(on, method, path, headers, body === undefined);
  const said = answer(stream);
  if (body !== undefined) stream.end(body);
  return said;
}

const create = (length, headers = {}) => ask(session, 'POST', UPLOADS, { ...TUS, 'upload-length': String(length), ...headers });
const at = (offset) => ({ ...BYTES, 'upload-offset': String(offset) });
const head = (on, path) => ask(on, 'HEAD', path, TUS);
const offsetOf = (said) => Number(said.headers['upload-offset']);

/** The address of a new upload. */
async function upload(length, headers) {
  const said = await create(length, headers);
  assert.equal(said.status, 201);
  return said.headers.location;
}

/** Sends the rest, as often as it takes. @return where the rest began */
async function goOn(on, path, bytes) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(100)) {
    const offset = offsetOf(await head(on, path));
    const said = await ask(on, 'PATCH', path, at(offset), bytes.subarray(offset));
    if (said.status === 204) return offset;
    // Somebody else writes, or has just written; or there is no place, or none for this account.
    assert.ok([409, 423, 429, 503].includes(said.status), `status ${said.status}: ${said.body}`);
  }
  return assert.fail('it could not go on');
}

/** Resolves when the server has taken so much that only the window can be on its way. */
function written(stream, bytes) {
  return new Promise((resolve) => { stream.write(bytes, resolve); });
}

/** The address of a file that is ready. */
async function stored(bytes) {
  const path = await upload(bytes.length);
  await goOn(session, path, bytes);
  const file = path.replace('/uploads/', '/files/');
  for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(100)) {
    const { body } = await ask(session, 'GET', `${file}/info`);
    if (JSON.parse(body).state === 'ready') return file;
  }
  return assert.fail('it was not ready in time');
}

test('a file in pieces, with and without their length', async () => {
  const bytes = log(900_000);
  const path = await upload(bytes.length, { 'upload-metadata': 'filename Q29uc29sZS5sb2c=' });
  const first = await ask(session, 'PATCH', path, at(0), bytes.subarray(0, 400_001));
  assert.deepEqual([first.status, offsetOf(first)], [204, 400_001]);
  const seen = await head(session, path);
  assert.deepEqual([offsetOf(seen), seen.headers['upload-length']], [400_001, '900000']);
  const second = await ask(session, 'PATCH', path, { ...at(400_001), 'content-length': '499999' }, bytes.subarray(400_001));
  assert.deepEqual([second.status, offsetOf(second)], [204, 900_000]);
  assertArrived(path, bytes);
});

test('with its creation, and with a length that comes last', async () => {
  const bytes = log(300_000);
  const whole = await ask(session, 'POST', UPLOADS, { ...BYTES, 'upload-length': '300000' }, bytes);
  assert.deepEqual([whole.status, offsetOf(whole)], [201, 300_000]);
  assertArrived(whole.headers.location, bytes);
  const made = await ask(session, 'POST', UPLOADS, { ...TUS, 'upload-defer-length': '1' });
  const path = made.headers.location;
  assert.equal((await ask(session, 'PATCH', path, at(0), bytes)).status, 204);
  assert.equal((await ask(session, 'PATCH', path, { ...at(300_000), 'upload-length': '300000' }, Buffer.alloc(0))).status, 204);
  assertArrived(path, bytes);
});

test('given up', async () => {
  const path = await upload(1000);
  assert.equal((await ask(session, 'DELETE', path, TUS)).status, 204);
  assert.equal((await head(session, path)).status, 410);
});

test('what is refused is answered, not only reset, and the connection goes on', async () => {
  const path = await upload(1000);
  const zip = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), Buffer.alloc(3_000_000)]);
  const cases = [
    ['more than was announced', await ask(session, 'PATCH', path, at(0), log(3_000_000)), 413],
    ['and said so', await ask(session, 'PATCH', path, { ...at(0), 'content-length': '3000000' }, log(3_000_000)), 413],
    ['at another offset', await ask(session, 'PATCH', path, at(7), log(3_000_000)), 409],
    ['another kind of file', await ask(session, 'PATCH', await upload(zip.length), at(0), zip), 415],
    ['a JSON body without end', await ask(session, 'PUT', '/api/v1/me/devices', { 'content-type': 'application/json' }, Buffer.alloc(3_000_000, ' ')), 413],
    ['by nobody', await ask(session, 'PATCH', path, { ...at(0), Authorization: 'Bearer x' }, log(3_000_000)), 401],
  ];
  for (const [name, said, status] of cases) {
    assert.equal(said.status, status, name);
    assert.match(said.headers['content-type'], /^application\/problem\+json/, name);
    assert.ok(JSON.parse(said.body).type, name);
  }
  assert.equal(offsetOf(await head(session, path)), 0);
  assert.equal(session.destroyed, false);
});

test('a piece that is cut off keeps what came, and its neighbours are not touched', async () => {
  const bytes = log(2_000_000);
  const [path, beside] = [await upload(bytes.length), await upload(bytes.length)];
  const neighbour = begun(session, 'PATCH', beside, at(0), false);
  const said = answer(neighbour);
  await written(neighbour, bytes.subarray(0, 500_000));
  const cut = begun(session, 'PATCH', path, at(0), false);
  const nothing = assert.rejects(answer(cut));
  await written(cut, bytes.subarray(0, 1_000_000));
  cut.close(constants.NGHTTP2_CANCEL);
  await nothing;
  assert.ok(await goOn(session, path, bytes) >= 500_000, 'what came was kept');
  assertArrived(path, bytes);
  neighbour.end(bytes.subarray(500_000));
  assert.equal((await said).status, 204);
  assertArrived(beside, bytes);
});

test('a connection that breaks keeps what came on each of its streams', async () => {
  const files = [log(1_500_000), log(1_500_000), log(1_500_000)];
  const paths = await Promise.all(files.map((bytes) => upload(bytes.length)));
  const other = opened();
  const streams = paths.map((path) => begun(other, 'PATCH', path, at(0), false));
  const nothing = streams.map((stream) => assert.rejects(answer(stream)));
  await Promise.all(streams.map((stream, n) => written(stream, files[n].subarray(0, 1_000_000))));
  other.destroy();
  await Promise.all(nothing);
  const kept = await Promise.all(paths.map((path, n) => goOn(session, path, files[n])));
  kept.forEach((offset) => assert.ok(offset >= 500_000, `${offset} were kept`));
  paths.forEach((path, n) => assertArrived(path, files[n]));
});

test('a client that falls silent holds up nobody else', async () => {
  const bytes = log(1_000_000);
  const path = await upload(bytes.length);
  const silent = begun(session, 'PATCH', path, at(0), false);
  const said = answer(silent);
  await written(silent, bytes.subarray(0, 500_000));
  assert.equal((await ask(session, 'PATCH', path, at(0), bytes)).status, 423);
  const other = await upload(bytes.length);
  assert.equal((await ask(session, 'PATCH', other, at(0), bytes)).status, 204);
  silent.end(bytes.subarray(500_000));
  assert.equal((await said).status, 204);
  assertArrived(path, bytes);
});

test('a client that only drips is not waited for, whatever it sends', async () => {
  const path = await upload(100_000);
  const cases = [['PATCH', path, at(0)], ['PATCH', '/api/v1/me', { 'content-type': 'application/json' }]];
  const answers = await Promise.all(cases.map(([method, target, headers]) => {
    const stream = begun(session, method, target, headers, false);
    const drops = setInterval(() => stream.write('a drop\n'), 100);
    return answer(stream).finally(() => clearInterval(drops));
  }));
  answers.forEach((said) => assert.deepEqual([said.status, JSON.parse(said.body).type], [400, '/problems/malformed']));
  const offset = offsetOf(await head(session, path));
  assert.ok(offset > 0 && offset % 7 === 0, `${offset} bytes were kept`);
});

test('ranges', async () => {
  const bytes = log(400_000);
  const file = await stored(bytes);
  const whole = await ask(session, 'GET', file);
  assert.ok(whole.body.equals(bytes));
  const part = async (range) => ask(session, 'GET', file, { range });
  for (const [range, from, to] of [['bytes=0-9', 0, 10], ['bytes=70000-', 70_000, 400_000], ['bytes=-7', 399_993, 400_000]]) {
    const said = await part(range);
    assert.equal(said.status, 206, range);
    assert.equal(said.headers['content-range'], `bytes ${from}-${to - 1}/400000`);
    assert.ok(said.body.equals(bytes.subarray(from, to)), range);
  }
  const two = await part('bytes=0-3,100-103');
  assert.match(two.headers['content-type'], /^multipart\/byteranges; boundary=/);
  assert.ok(two.body.includes(`bytes 100-103/400000\r\n\r\n${bytes.subarray(100, 104)}\r\n`));
  assert.deepEqual([(await part('bytes=400000-')).status, (await ask(session, 'GET', file, { 'if-none-match': whole.headers.etag })).status], [416, 304]);
  const told = await ask(session, 'HEAD', file);
  assert.deepEqual([told.status, told.headers['content-length'], told.body.length], [200, '400000', 0]);
});

test('a reader that does not read holds up nobody else', async () => {
  const bytes = log(1_000_000);
  const file = await stored(bytes);
  const other = opened({ settings: { initialWindowSize: 16_384 } });
  const stalled = begun(other, 'GET', file, {}, true);
  await new Promise((resolve) => { stalled.once('response', resolve); });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(other, 'GET', file, { range: `bytes=${n}-${n}` })));
  answers.forEach((said, n) => assert.deepEqual([said.status, said.body.toString()], [206, String.fromCharCode(bytes[n])]));
  const pieces = [];
  for await (const piece of stalled) pieces.push(piece);
  assert.ok(Buffer.concat(pieces).equals(bytes));
  other.close();
});

test('a reader that leaves in the middle', async () => {
  const file = await stored(log(2_000_000));
  const stream = begun(session, 'GET', file, {}, true);
  await new Promise((resolve) => { stream.once('data', resolve); });
  stream.close(constants.NGHTTP2_CANCEL);
  assert.equal((await ask(session, 'GET', file, { range: 'bytes=0-0' })).status, 206);
});

test('fifty at once on one connection', async () => {
  const files = Array.from({ length: 50 }, () => log(120_000));
  who = await somebody(); // so many uploads are all that an account may begin
  const paths = [];
  for (const bytes of files) paths.push(await upload(bytes.length));
  await Promise.all(paths.map((path, n) => goOn(session, path, files[n])));
  paths.forEach((path, n) => assertArrived(path, files[n]));
});
