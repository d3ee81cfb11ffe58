// SPDX-License-Identifier: Apache-2.0
// What the tests of uploads with other people's programs share: somebody who uploads, a
// look at what arrived, and a link between client and server that can be cut.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { connect, createServer } from 'node:net';

export const SITE = process.env.PEERTEST_URL ?? 'http://localhost:8080';
export const UPLOADS = `${SITE}/api/v1/uploads`;
const PASSWORD = 'a quiet river bends twice';

/** An account of its own: what to say in the headers of its requests. */
export async function somebody() {
  const email = `${randomUUID()}@example.org`;
  await post('/auth/register', { email, password: PASSWORD, full_name: 'Some Body', role: 'tester' });
  sql(`UPDATE account SET email_verified_at = now() WHERE email = '${email}'`);
  const { access_token: token } = await post('/auth/login', { email, password: PASSWORD });
  return { Authorization: `Bearer ${token}` };
}

function sql(statement) {
  return execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-c', statement], { encoding: 'utf8' }).trim();
}

async function post(path, body) {
  const answer = await fetch(`${SITE}/api/v1${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Origin: SITE, 'X-PeerTest': '1' }, body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/** A log of so many bytes, each line another one. */
export function log(bytes) {
  const lines = [];
  const start = Math.floor(Math.random() * 1e9);
  for (let size = 0, n = 0; size < bytes; n += 1) {
    lines.push(`${start + n} GET /cart 200 in ${(n * 7919) % 997} ms\n`);
    size += lines.at(-1).length;
  }
  return Buffer.from(lines.join('')).subarray(0, bytes);
}

/** The file at an upload's address is whole, and is what was sent. */
export function assertArrived(url, bytes) {
  const id = url.split('/').at(-1);
  const row = sql(`SELECT state IN ('checking', 'ready'), encode(uploaded_sha256, 'hex') FROM file WHERE id = '${id}'`);
  assert.equal(row, `t|${createHash('sha256').update(bytes).digest('hex')}`);
}

/** A door to the server that can be shut while something passes through it. */
export async function openDoor() {
  const { hostname, port } = new URL(SITE);
  const links = new Set();
  let passed = 0;
  let [shutAt, every, breaks] = [Infinity, 0, 0];
  const door = createServer((client) => {
    const server = connect(Number(port), hostname);
    links.add(client);
    const close = () => { client.destroy(); server.destroy(); links.delete(client); };
    client.on('error', close).on('close', close);
    server.on('error', close).on('close', close);
    client.on('data', (data) => {
      passed += data.length;
      if (passed >= shutAt) {
        shutAt = (breaks -= 1) > 0 ? passed + every : Infinity;
        links.forEach((link) => link.destroy());
        return;
      }
      if (!server.write(data)) client.pause();
    });
    server.on('drain', () => client.resume()).on('data', (data) => client.write(data));
  });
  await new Promise((resolve) => { door.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${door.address().port}/api/v1/uploads`,
    /** All links break whenever so many bytes have passed, so many times. */
    shutEvery(bytes, times) { [shutAt, every, breaks] = [passed + bytes, bytes, times]; },
    get breaks() { return breaks; },
    close() { links.forEach((link) => link.destroy()); door.close(); },
  };
}
