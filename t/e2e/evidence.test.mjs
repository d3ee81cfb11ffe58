// SPDX-License-Identifier: Apache-2.0
// Evidence from end to end, in a browser: a tester records the screen and draws on a screenshot, the network and the
// page go away in the middle of an upload, all of it is handed in with a finding; the builder seeks in the recording,
// judges the finding by keyboard, and takes the findings away as files.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { FAKE_DEVICES, looksRight, looksRightEverywhere, openBrowser, openPage, openWindow, SITE } from './browser.mjs';
import { payableTester } from './people.mjs';
import { coloursIn, drag, secretPicture } from './pictures.mjs';
import { openJob } from './work.mjs';
import { api, logIn, register, until } from './world.mjs';

const JOB = 'Borrow a book with a card';
const FINDING = 'The card number of another reader shows after borrowing';
const LOG_BYTES = 20 * 1024 * 1024;
/** What may be on its way when a link breaks: it is sent again. */
const CHUNK = 1024 * 1024;

let browser;
let bea;
let tess;
let seat;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  browser = await openBrowser(FAKE_DEVICES);
  bea = await register('builder', 'Bea Builder');
  tess = await payableTester('Tess Tester');
  const job = await openJob(bea, { title: JOB });
  await api(bea.token, 'POST', `/projects/${bea.projectId}/known-issues`, { title: 'The list of loans is empty after midnight', note: 'Until one o’clock.' });
  seat = await api(tess.token, 'POST', `/jobs/${job}/claim`);
  for (const person of [bea, tess]) person.page = await openWindow(browser);
  for (const person of [bea, tess]) await logIn(person);
  await tess.page.context().grantPermissions(['microphone'], { origin: SITE });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const myFiles = async () => (await api(tess.token, 'GET', '/me/files')).items;

/** A file of the tester, once the server has looked at it. */
const ready = (kind) =>
  until(`a ${kind} to be ready`, async () => {
    const file = (await myFiles()).find((one) => one.kind === kind);
    assert.notEqual(file?.state, 'refused', `refused: ${file?.refused_code}`);
    return file?.state === 'ready' && file;
  }, 120);

test('a recording with a marked moment becomes a part of a finding', { timeout: 600_000 }, async () => {
  const { page } = tess;
  await page.goto(`${SITE}/assignments/${seat.id}`);
  await page.getByRole('button', { name: 'Add a finding' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add a finding' });
  await form.getByRole('button', { name: 'Record the screen' }).click();
  await page.getByRole('button', { name: 'Start: choose what to share' }).click();
  await page.getByRole('timer').getByText(/^0:(?:0[3-9]|[1-5]\d)$/).waitFor();
  await page.getByRole('button', { name: 'Mark this moment' }).click();
  await page.getByLabel(/What was odd/).fill('Here it shows');
  await looksRight(page, 'evidence-recording');
  await page.getByRole('timer').getByText(/^0:(?:0[7-9]|[1-5]\d)$/).waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('dialog', { name: 'Your recording' }).getByRole('button', { name: 'Use this recording' }).click();
  const { marks, duration_ms: duration } = await ready('video');
  assert.deepEqual(marks.map(({ note }) => note), ['Here it shows']);
  assert.ok(duration > 5000, `${duration} ms`);
  await form.getByText(/^Recording/).waitFor();
});

test('a screenshot with arrow, box, text, number and blur stands beside it', { timeout: 600_000 }, async () => {
  const { page } = tess;
  await page.getByRole('dialog', { name: 'Add a finding' }).getByRole('button', { name: 'Screenshot' }).click();
  await page.getByLabel('Choose a picture').setInputFiles(await secretPicture(page));
  await page.getByRole('img', { name: /^Your picture/ }).waitFor();
  const draw = async (key, from, to = from) => {
    await page.keyboard.press(key);
    await drag(page, from, to);
  };
  await draw('u', [40, 40], [1000, 200]);
  await draw('a', [900, 600], [700, 480]);
  await draw('b', [50, 280], [640, 420]);
  await draw('n', [300, 650]);
  await draw('t', [700, 620]);
  await page.getByLabel('Your words').fill('Whose card is this?');
  await looksRightEverywhere(page, 'evidence-screenshot');
  assert.equal(await page.getByRole('list', { name: 'Drawn on the picture' }).getByRole('listitem').count(), 5);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add this picture' }).click();
  await ready('picture');
});

test('the whole block of a finding is filled in, and known ones are shown meanwhile', { timeout: 600_000 }, async () => {
  const { page } = tess;
  const form = page.getByRole('dialog', { name: 'Add a finding' });
  await form.getByLabel('Title').fill('The list of loans is empty after midnight');
  await form.getByText('This looks like something that is there already').waitFor();
  await looksRightEverywhere(page, 'evidence-similar');
  await form.getByLabel('Title').fill(FINDING);
  await form.getByLabel('Kind').selectOption({ label: 'Security' });
  await form.getByLabel('Step 1', { exact: true }).fill('Borrow a book with your card');
  await form.getByRole('button', { name: 'Add a step' }).click();
  await form.getByLabel('Step 2', { exact: true }).fill('Look at the receipt');
  await form.getByLabel('What should happen').fill('My own card number, with stars');
  await form.getByLabel('What happens').fill('The whole card number of the reader before me');
  await form.getByText('Rate it on a scale that you know').click();
  await form.getByLabel('Scale').selectOption({ label: 'Bugzilla' });
  await form.getByLabel('Bugzilla', { exact: true }).selectOption({ label: 'Critical' });
  await form.getByText(/^Here that is: /).waitFor();
  await form.getByText('Sometimes', { exact: false }).first().click();
  await fillMore(form);
  await looksRightEverywhere(page, 'evidence-finding');
  await form.getByRole('button', { name: 'Save finding' }).click();
  await form.waitFor({ state: 'detached' }).catch(() => form.waitFor({ state: 'hidden' }));
  await page.getByText(FINDING).first().waitFor();
});

/** What helps where it is known. */
async function fillMore(form) {
  const open = (title) => form.getByText(title, { exact: true }).click();
  await open('Where it is, and what has to be true first');
  await form.getByLabel('Address of the page').fill('https://library.example/receipt');
  await form.getByLabel('What has to be true first').fill('Somebody borrowed a book just before.');
  await form.getByLabel('A way around it').fill('None');
  await open('How many tries');
  await form.getByLabel('It happened').fill('3');
  await form.getByRole('textbox', { name: /^Tries/ }).fill('4');
  await open('Console and requests');
  await form.getByLabel('What the console says').fill("TypeError: Cannot read properties of undefined (reading 'card')");
  await form.getByLabel('The request that fails').fill('GET /receipt/17 200');
  await open('Versions');
  await form.getByLabel('First seen in version').fill('2.4.1');
}

test('an upload goes on where it was: after a lost network, and after a closed page', { timeout: 600_000 }, async () => {
  const log = join(folder, 'browser.log');
  writeFileSync(log, randomBytes(LOG_BYTES / 2).toString('hex').replaceAll(/(.{99})./g, '$1\n'));
  await tess.page.goto(`${SITE}/assignments/${seat.id}`);
  const line = await openLine(tess.page);
  const sent = watchOffsets(tess.page);
  await line(1.5);
  await tess.page.getByLabel('Choose files').first().setInputFiles(log);

  const first = await progress(tess.page, 3 * 1024 * 1024);
  await line(0);
  await tess.page.getByText('It goes on by itself as soon as it can').waitFor();
  await looksRight(tess.page, 'evidence-offline');
  await line(1.5);
  const second = await progress(tess.page, 5 * 1024 * 1024);
  await tess.page.getByRole('button', { name: 'Pause', exact: true }).click();
  await tess.page.getByText(/^Paused at/).waitFor();
  await until('the draft to hold the file', async () => (await api(tess.token, 'GET', `/submissions/${seat.submissions[0].id}`)).evidence.length === 1);
  await looksRightEverywhere(tess.page, 'evidence-paused');
  await tess.page.getByRole('button', { name: 'Go on', exact: true }).click();
  const third = await progress(tess.page, 8 * 1024 * 1024);
  await line(0); // or else the browser would hurry with the rest while the page closes
  await tess.page.close({ runBeforeUnload: false });

  tess.page = await openPage(tess.page.context());
  const later = watchOffsets(tess.page);
  await tess.page.goto(`${SITE}/assignments/${seat.id}`);
  await tess.page.getByText(/Not all of it is here/).waitFor();
  await looksRightEverywhere(tess.page, 'evidence-unfinished');
  await tess.page.getByLabel('Choose it again to go on').setInputFiles(log);
  const file = await ready('document');

  assert.equal(sent.length, 3, `${sent} before the page was closed`);
  assert.equal(later.length, 1, `${later} after it`);
  for (const [before, at] of [[0, sent[0]], [first, sent[1]], [second, sent[2]], [third, later[0]]]) {
    assert.ok(at > before - CHUNK, `of ${before} bytes that were sent, it began anew at ${at}`);
  }
  assert.equal(file.size_bytes, LOG_BYTES);
  const stored = await fetch(SITE + file.url, { headers: { Authorization: `Bearer ${tess.token}` } });
  assert.ok(Buffer.from(await stored.arrayBuffer()).equals(readFileSync(log)), 'byte by byte what was chosen');
});

/** The page's line: how many MiB a second go out, or 0 for none at all. */
async function openLine(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  return (rate) =>
    session.send('Network.emulateNetworkConditions', { offline: rate === 0, latency: 0, downloadThroughput: -1, uploadThroughput: rate * 1024 * 1024 });
}

/** Where each piece of an upload begins that the page sends from now on. */
function watchOffsets(page) {
  const offsets = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/api/v1/uploads/')) offsets.push(Number(request.headers()['upload-offset']));
  });
  return offsets;
}

/** How much the page says was sent, once it is that much. */
async function progress(page, least) {
  const bar = page.getByRole('progressbar', { name: /browser\.log/ });
  await bar.first().waitFor();
  return until(`${least} bytes to be sent`, async () => {
    const value = await bar.first().evaluate(({ value: now }) => now);
    return value >= least && value;
  });
}

test('what is handed in shows the evidence beside the text', { timeout: 600_000 }, async () => {
  const { page } = tess;
  await page.getByLabel('The result in a few sentences').fill('Borrowing works, but the receipt shows the card of somebody else.');
  await page.getByRole('textbox', { name: /^Browser(?! version)/ }).fill('Chromium');
  const step = page.getByRole('group', { name: 'Steps 1', exact: true });
  await step.getByText('Failed', { exact: true }).click();
  await step.getByRole('textbox').fill('A receipt with the card of somebody else');
  await page.getByRole('group', { name: 'The case as a whole' }).getByText('Failed', { exact: true }).click();
  await page.getByRole('button', { name: /^Steps 1: add a / }).click();
  await page.getByLabel('Choose files').first().setInputFiles(await secretPicture(page, 'receipt.png'));
  await page.getByText('To the end', { exact: true }).click();
  await page.getByText('Everything is there').first().waitFor();
  await looksRightEverywhere(page, 'evidence-workspace');
  await page.getByRole('button', { name: 'Hand in' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('Bea Builder has not opened it yet').waitFor();
  await looksRightEverywhere(page, 'evidence-handed-in');
});

test('the builder plays the recording, and seeks in it', { timeout: 600_000 }, async () => {
  const { page } = bea;
  const ranges = [];
  page.on('response', (response) => {
    if (response.status() === 206) ranges.push(response.headers()['content-range']);
  });
  await page.goto(`${SITE}/submissions/${seat.submissions[0].id}/review`);
  await page.getByRole('heading', { name: 'Work by Tess Tester' }).waitFor();
  await page.getByRole('region', { name: 'Files' }).getByRole('button', { name: /^Recording/ }).click();
  const video = page.locator('video');
  await page.waitForFunction(() => document.querySelector('video')?.readyState >= 2);
  await looksRightEverywhere(page, 'evidence-review');
  await video.evaluate((player) => player.play());
  await page.waitForFunction(() => document.querySelector('video').currentTime > 0.3);
  const marked = (await myFiles()).find(({ kind }) => kind === 'video').marks[0].at_ms / 1000;
  await video.evaluate((player) => player.pause());
  await page.getByRole('region', { name: 'Marked moments' }).getByRole('button', { name: /Here it shows/ }).click();
  await page.waitForFunction((at) => Math.abs(document.querySelector('video').currentTime - at) < 0.2, marked);
  await video.evaluate((player) => (player.currentTime = player.duration - 1));
  await page.waitForFunction(() => !document.querySelector('video').seeking && document.querySelector('video').currentTime > 4);
  assert.ok(ranges.length > 0, 'the recording came in ranges');
  for (const range of ranges) assert.match(range, /^bytes \d+-\d+\/\d+$/);
});

test('and sees the drawn picture, in which the blurred letters are gone', { timeout: 600_000 }, async () => {
  const { page } = bea;
  const { items } = await api(bea.token, 'GET', `/submissions/${seat.submissions[0].id}/files`);
  const { url } = items.find(({ name }) => name.startsWith('Screenshot'));
  const blurred = await coloursIn(page, url, 44, 44, 950, 150);
  const open = await coloursIn(page, url, 60, 290, 560, 120);
  const arrow = await coloursIn(page, url, 690, 470, 220, 140);
  const box = await coloursIn(page, url, 40, 270, 30, 160);
  const number = await coloursIn(page, url, 270, 620, 60, 60);
  const words = await coloursIn(page, url, 690, 600, 300, 60);
  assert.deepEqual([blurred.width, blurred.height], [1200, 800]);
  assert.ok(blurred.darkest > 120, `no letter is left where it was blurred: ${blurred.darkest}`);
  assert.ok(open.darkest < 40, 'the letters that were not blurred are there');
  for (const [name, { strong }] of Object.entries({ arrow, box, number, words })) assert.ok(strong > 50, `the ${name} is on the picture`);

  await page.getByRole('region', { name: 'Files' }).getByRole('button', { name: /^Screenshot/ }).click();
  await page.getByRole('button', { name: 'Full size' }).click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await looksRightEverywhere(page, 'evidence-viewer-picture');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('dialog').locator('video').or(page.getByText('can be downloaded')).first().waitFor();
  await looksRightEverywhere(page, 'evidence-viewer-next');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('judges the finding by keyboard, and approves', { timeout: 600_000 }, async () => {
  const { page } = bea;
  await page.keyboard.press('f');
  await looksRightEverywhere(page, 'evidence-finding-review');
  await page.keyboard.press('v');
  await until('the verdict', async () => (await listed()).state === 'valid');
  await page.getByRole('button', { name: 'Change the verdict' }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('button', { name: 'Approve and pay $30.00' }).click();
  await page.waitForURL(/\/reviews$/);
});

/** The finding as the list of its project has it. */
const listed = async () => (await api(bea.token, 'GET', `/projects/${bea.projectId}/findings`)).items[0];

test('and takes the findings of the project away: SARIF for machines, PDF for paper', { timeout: 600_000 }, async () => {
  const { page } = bea;
  await page.goto(`${SITE}/projects/${bea.projectId}/findings`);
  await page.getByRole('link', { name: FINDING }).waitFor();
  await looksRightEverywhere(page, 'findings-of-project');
  const sarif = JSON.parse(await exported(page, 'Code scanning (SARIF)'));
  assert.equal(sarif.version, '2.1.0');
  const [{ results }] = sarif.runs;
  assert.equal(results.length, 1);
  assert.match(JSON.stringify(results[0].message), new RegExp(FINDING));
  assert.equal(results[0].level, 'error');
  const pdf = await exported(page, 'Printable report (PDF)');
  assert.match(pdf.toString('latin1', 0, 8), /^%PDF-1/);
  for (const name of ['Table (CSV)', 'Data (JSON)', 'Test report (JUnit XML)']) assert.match(String(await exported(page, name)), new RegExp(FINDING));

  await page.getByRole('link', { name: FINDING }).click();
  await page.getByRole('heading', { level: 1, name: FINDING }).waitFor();
  await looksRightEverywhere(page, 'finding-page');
  await page.goto(`${SITE}/projects/${bea.projectId}/known-issues`);
  await page.getByText('The list of loans is empty after midnight').waitFor();
  await looksRightEverywhere(page, 'known-issues');
});

/** A file from the menu, as the browser saves it. */
async function exported(page, name) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name }).or(page.getByRole('button', { name, exact: true })).first().click();
  return readFileSync(await (await download).path());
}

test('a project shows pictures to everybody', { timeout: 600_000 }, async () => {
  const { page } = bea;
  await page.goto(`${SITE}/projects/${bea.projectId}/pictures`);
  const choose = page.getByLabel('Choose files');
  await choose.first().setInputFiles(await secretPicture(page, 'icon.png'));
  await choose.last().setInputFiles([await secretPicture(page, 'desk.png'), await secretPicture(page, 'shelf.png')]);
  await page.getByText('Some pictures are still on their way').waitFor({ state: 'detached' });
  await looksRightEverywhere(page, 'project-pictures');
  await page.getByRole('button', { name: 'Save pictures' }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]+$/);
  await page.getByText('What it looks like').waitFor();
  await looksRightEverywhere(page, 'project-with-pictures');
  await page.goto(`${SITE}/settings`);
  await page.getByText(/of 10 GB/).or(page.getByRole('heading', { level: 1 })).first().waitFor();
  await looksRightEverywhere(page, 'settings-storage');
});
