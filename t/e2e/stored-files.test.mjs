// SPDX-License-Identifier: Apache-2.0
// No stored file can run as script on our origin. Files that are two things at once are uploaded; what was taken of them is
// opened by its address, and embedded in every way there is into a page of our origin that protects itself by nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, openWindow, SITE } from './browser.mjs';
import { api, logIn, register, until } from './world.mjs';

/** What each of the files does if it can: it calls home. Nothing in it needs a quote. */
const RUN = 'fetch(`/ran`);alert(1);try{top.ran=1}catch(e){}';
const HTML = `<html><body><script>${RUN}</script><img src=x onerror="${RUN}"></body></html>`;
/** One grey pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');
const GIF_TAIL = Buffer.from('01000100800000ffffff00000021f90401000000002c00000000010001000002024401003b', 'hex');
const SVG = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script></svg>`;
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1);${RUN.replaceAll(/[()]/g, '\\$&')})>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF
${HTML}
`;

/** By name: what they become, null where they have to be refused; the others may be either. */
const files = {
  'header.png': { bytes: Buffer.concat([PNG.subarray(0, 8), Buffer.from(HTML)]), becomes: null },
  'tail.png': { bytes: Buffer.concat([PNG, Buffer.from(HTML)]), becomes: 'image/png' },
  // A script by its letters: the size of the picture opens a comment, and the name of its format is a variable.
  'script.gif': { bytes: Buffer.concat([Buffer.from('GIF89a=1;/*'), GIF_TAIL, Buffer.from(`*/;${RUN}`)]) },
  'tail.gif': { bytes: Buffer.concat([Buffer.from('GIF89a'), GIF_TAIL, Buffer.from(HTML)]) },
  'page.html': { bytes: Buffer.from(`<!DOCTYPE html>${HTML}`), becomes: null },
  'picture.svg': { bytes: Buffer.from(SVG), becomes: null },
  'picture.png': { bytes: Buffer.from(SVG), becomes: null },
  'feed.xhtml': { bytes: Buffer.from(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${RUN}</script></html>`), becomes: null },
  'paper.pdf': { bytes: Buffer.from(PDF), becomes: 'application/pdf' },
  'notes.txt': { bytes: Buffer.from(`${'A line of the log\\n'.repeat(400)}${HTML}\n`), becomes: 'text/plain' },
  'script.txt': { bytes: Buffer.from(`// what I typed\n${RUN}\n`), becomes: 'text/plain' },
  'style.txt': { bytes: Buffer.from(`body { background: url(/ran) }\n${RUN}\n`) },
  'data.json': { bytes: Buffer.from(`{"a": ${JSON.stringify(HTML)}}`), becomes: 'application/json' },
  'table.csv': { bytes: Buffer.from(`a,b\n"${HTML.replaceAll('"', '""')}",2\n1,2\n`) },
};

let browser;
let tess;
let taken; // [{ name, url, media_type }]

before(async () => {
  browser = await openBrowser();
  tess = await register('tester', 'Tess Tester');
  tess.page = await openWindow(browser);
  await logIn(tess);
});
after(() => browser?.close());

/** Uploads in one go, and waits for the server's word. Null when it is refused at once. */
async function stored(name, bytes) {
  const answer = await fetch(`${SITE}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${tess.token}`, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`, 'Content-Type': 'application/offset+octet-stream',
    },
    body: bytes,
  });
  assert.ok([201, 413, 415].includes(answer.status), `${name}: ${answer.status} ${await answer.text()}`);
  if (answer.status !== 201) return null;
  const id = answer.headers.get('location').split('/').at(-1);
  return until(`${name} to be looked at`, async () => {
    const file = await api(tess.token, 'GET', `/files/${id}/info`);
    return !['uploading', 'checking'].includes(file.state) && file;
  }, 60);
}

test('files that are two things at once are refused, or become one harmless thing', { timeout: 600_000 }, async () => {
  taken = [];
  for (const [name, { bytes, becomes }] of Object.entries(files)) {
    const file = await stored(name, bytes);
    const type = file?.state === 'ready' ? file.media_type : null;
    if (becomes !== undefined) assert.equal(type, becomes, `${name}: ${file?.refused_code ?? 'refused at once'}`);
    if (type !== null) taken.push(file);
  }
  assert.deepEqual(taken.filter(({ media_type: type }) => /html|xml|svg|script/.test(type)), []);
});

test('each comes sealed', async () => {
  for (const { name, url } of taken) {
    const { headers } = await fetch(SITE + url, { headers: { Authorization: `Bearer ${tess.token}` } });
    assert.equal(headers.get('x-content-type-options'), 'nosniff', name);
    assert.match(headers.get('content-security-policy'), /default-src 'none';.*sandbox$/, name);
    assert.doesNotMatch(headers.get('content-security-policy'), /allow-scripts|,/, name);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', name);
    if (!/^image\//.test(headers.get('content-type'))) assert.match(headers.get('content-disposition'), /^attachment/, name);
  }
});

/** A page of the tester's window, and what files did in it. */
async function watched() {
  const page = await openPage(tess.page.context());
  const ran = [];
  page.on('dialog', (dialog) => {
    ran.push(`a dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => request.url().endsWith('/ran') && ran.push(`a call from ${request.frame().url()}`));
  // A page of ours without a policy, as if that had been forgotten.
  await page.route(`${SITE}/open-door`, (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Open door</title><body>' }));
  await page.route(`${SITE}/control/*`, (route) => route.fulfill({ contentType: route.request().url().endsWith('js') ? 'text/javascript' : 'text/html', body: route.request().url().endsWith('js') ? RUN : HTML }));
  await page.route(`${SITE}/ran`, (route) => route.fulfill({ body: '' }));
  return { page, ran };
}

/** Every element that could run what is at an address, and whether each ended. */
const embed = (page, url) =>
  page.evaluate(async (address) => {
    const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
    const elements = [
      make('script', { src: address }),
      make('script', { src: address, type: 'module' }),
      make('link', { href: address, rel: 'stylesheet' }),
      make('iframe', { src: address }),
      make('object', { data: address }),
      make('object', { data: address, type: 'text/html' }),
      make('object', { data: address, type: 'image/svg+xml' }),
      make('embed', { src: address }),
      make('img', { src: address }),
      make('video', { src: address }),
    ];
    const ends = elements.map((element) => new Promise((end) => ['load', 'error'].forEach((event) => element.addEventListener(event, () => end(event)))));
    document.body.append(...elements);
    await Promise.race([Promise.all(ends), new Promise((end) => setTimeout(end, 700))]);
    try {
      await Promise.race([new Promise((end) => (new Worker(address).onerror = end)), new Promise((end) => setTimeout(end, 300))]);
    } catch {
      // not even begun
    }
    elements.forEach((element) => element.remove());
    return globalThis.ran ?? 0;
  }, url);

test('the traps of this test work', { timeout: 600_000 }, async () => {
  const { page, ran } = await watched();
  await page.goto(`${SITE}/open-door`);
  await embed(page, '/control/script.js');
  assert.ok(ran.some((what) => what.startsWith('a dialog')) && ran.some((what) => what.startsWith('a call')), 'a real script is seen');
  ran.length = 0;
  await embed(page, '/control/page.html');
  assert.ok(ran.length > 0, 'a real page is seen');
  await page.close();
});

test('opened by its address, none runs', { timeout: 600_000 }, async () => {
  const { page, ran } = await watched();
  for (const { url } of taken) {
    const answered = page.waitForResponse((response) => response.url() === SITE + url);
    await page.goto(SITE + url).catch((error) => assert.match(error.message, /Download is starting|ERR_ABORTED/));
    assert.equal((await answered).status(), 200);
    await page.waitForTimeout(200);
  }
  assert.deepEqual(ran, []);
  await page.close();
});

test('embedded into a page of our origin, none runs', { timeout: 600_000 }, async () => {
  const { page, ran } = await watched();
  await page.goto(`${SITE}/open-door`);
  for (const { name, url } of taken) {
    for (const address of [url, `${url}?download=1`, `${url}?rendition=thumbnail`]) assert.equal(await embed(page, address), 0, `${name} ran`);
  }
  assert.deepEqual(ran, []);
  const picture = taken.find(({ media_type: type }) => type === 'image/png');
  const shown = await page.evaluate(async (address) => {
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    return image.naturalWidth;
  }, picture.url);
  assert.equal(shown, 1, 'the pictures are shown all the same');
  await page.close();
});
