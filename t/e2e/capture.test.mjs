// SPDX-License-Identifier: Apache-2.0
// Evidence that is made on the page, with the browser's stand-ins for screen and microphone: a screenshot whose
// blurred part is gone, and a recording that a lost network only delays.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAKE_DEVICES, looksRight, looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { payableTester } from './people.mjs';
import { coloursIn, drag, secretPicture } from './pictures.mjs';
import { openJob } from './work.mjs';
import { api, logIn, register, until } from './world.mjs';

let browser;
let tester;
let page;

before(async () => {
  browser = await openBrowser(FAKE_DEVICES);
  const builder = await register('builder', 'Bea Builder');
  tester = await payableTester('Tess Tester');
  const job = await openJob(builder, { title: 'Borrow a book' });
  const seat = await api(tester.token, 'POST', `/jobs/${job}/claim`);
  page = await openWindow(browser);
  await page.context().grantPermissions(['microphone'], { origin: SITE });
  await logIn({ page, email: tester.email });
  await page.goto(`${SITE}/assignments/${seat.id}`);
});
after(() => browser?.close());

const button = (name) => page.getByRole('button', { name, exact: true });
const dialog = (name) => page.getByRole('dialog', { name, exact: true });

/** The newest file of the tester, once the server has made it ready. */
const readyFile = () =>
  until('the file to be ready', async () => {
    const [file] = (await api(tester.token, 'GET', '/me/files')).items;
    assert.notEqual(file?.state, 'refused', `refused: ${file?.refused_code}`);
    return file?.state === 'ready' && file;
  }, 150);

test('a screenshot is drawn on, and what is blurred is gone from the file', { timeout: 600_000 }, async () => {
  await button('Screenshot').first().click();
  await looksRightEverywhere(page, 'capture-source');
  await page.getByLabel('Choose a picture').setInputFiles(await secretPicture(page));
  await page.getByRole('img', { name: /^Your picture/ }).waitFor();
  await page.keyboard.press('u');
  await drag(page, [40, 40], [1000, 200]);
  await page.keyboard.press('a');
  await drag(page, [900, 600], [700, 480]);
  await page.keyboard.press('n');
  await drag(page, [300, 650], [300, 650]);
  await page.keyboard.press('t');
  await drag(page, [700, 620], [700, 620]);
  await page.getByLabel('Your words').fill('The total is wrong');
  await looksRightEverywhere(page, 'capture-drawing');
  await page.keyboard.press('Escape'); // lets go of the text, and does not close
  await button('Undo').click();
  await button('Redo').click();
  await button('Add this picture').click();
  await dialog('Screenshot').waitFor({ state: 'detached' });

  const file = await readyFile();
  assert.equal(file.kind, 'picture');
  const blurred = await coloursIn(page, file.url, 44, 44, 950, 150);
  const open = await coloursIn(page, file.url, 44, 260, 600, 150);
  assert.deepEqual([blurred.width, blurred.height], [1200, 800]);
  assert.ok(open.darkest < 40, 'the letters that were not blurred are there');
  assert.ok(blurred.darkest > 120, `no letter is left where it was blurred: ${blurred.darkest}`);
  assert.ok(blurred.count <= 36, `only tiles are left: ${blurred.count} colours`);
});

test('a recording survives a lost network, keeps its marks and loses its ends', { timeout: 900_000 }, async () => {
  await button('Add a finding').click();
  await dialog('Add a finding').getByRole('button', { name: 'Record the screen' }).click();
  await page.getByLabel('Your voice').selectOption({ index: 1 });
  await page.getByText('We hear you').waitFor();
  await looksRightEverywhere(page, 'record-setup');
  await button('Start: choose what to share').click();
  await page.getByRole('timer').waitFor();
  await page.getByText(/kB safe with us/).waitFor();

  await page.context().setOffline(true);
  await button('Mark this moment').click();
  await page.getByLabel(/What was odd/).fill('The page jumps');
  await page.getByText(/No connection/).waitFor();
  await looksRight(page, 'record-offline');
  await page.context().setOffline(false);
  await page.getByText(/No connection/).waitFor({ state: 'detached' });
  // Long enough that the mark is not in the end that is cut off.
  await page.getByRole('timer').getByText(/^0:(?:0[89]|[1-5]\d)$/).waitFor();
  await button('Stop').click();

  await dialog('Your recording').waitFor();
  await page.waitForFunction(() => Number.isFinite(document.querySelector('dialog video')?.duration));
  const whole = await page.locator('dialog video').evaluate((video) => video.duration * 1000);
  await page.getByRole('slider', { name: 'Ends at' }).focus();
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowLeft');
  await looksRightEverywhere(page, 'record-preview');
  await button('Use this recording').click();
  await dialog('Your recording').waitFor({ state: 'detached', timeout: 240_000 });

  const file = await readyFile();
  assert.equal(file.kind, 'video');
  assert.deepEqual(file.marks.map(({ note }) => note), ['The page jumps']);
  assert.ok(Math.abs(file.duration_ms - (whole - 1500)) < 700, `${file.duration_ms} ms are left of ${whole}`);
  const { items } = await api(tester.token, 'GET', `/uploads`);
  assert.deepEqual(items, [], 'nothing is left half done');
});

test('the small window marks; who goes to another page is asked first, and loses nothing', { timeout: 600_000 }, async () => {
  await page.goto(page.url()); // out of the finding's dialog, which lies over the links
  await button('Record the screen').last().click();
  const opened = page.context().waitForEvent('page');
  await button('Start: choose what to share').click();
  const small = await opened;
  await small.getByRole('timer').getByText(/^0:(?:0[1-9]|[1-5]\d)$/).waitFor();
  await small.getByRole('button', { name: 'Mark this moment' }).click();
  await small.getByLabel(/What was odd/).fill('Seen from the other tab');
  await page.getByText(/kB safe with us/).waitFor();
  await page.getByRole('link', { name: 'The job' }).click();
  await page.getByRole('alert').getByText(/Leave this page/).waitFor();
  await looksRight(page, 'record-leave');
  await button('Stay here').click();
  assert.equal(await page.getByLabel(/What was odd/).inputValue(), 'Seen from the other tab');
  await page.getByRole('link', { name: 'The job' }).click();
  await button('Stop and leave').click();
  await page.waitForURL(/\/jobs\//);
  await page.waitForFunction(() => !window.documentPictureInPicture.window);
  await page.goBack();
  await button('Record the screen').last().click();
  const unfinished = page.getByRole('region', { name: 'Cut off last time' });
  await unfinished.getByRole('button', { name: 'Discard' }).click();
  await unfinished.getByRole('button', { name: 'Discard' }).click();
  await unfinished.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('a recording whose page dies is finished in the next visit', { timeout: 600_000 }, async () => {
  await button('Record the screen').last().click();
  await button('Start: choose what to share').click();
  await page.getByRole('timer').getByText(/^0:(?:0[89]|[1-5]\d)$/).waitFor();
  await page.getByText(/kB safe with us/).waitFor();
  const before = (await api(tester.token, 'GET', '/me/files')).items.length;
  const url = page.url();
  await page.close({ runBeforeUnload: false });
  page = await openWindow(browser);
  await logIn({ page, email: tester.email });
  await page.goto(url);
  await button('Record the screen').last().click();
  await page.getByText('Cut off last time').waitFor();
  await looksRightEverywhere(page, 'record-unfinished');
  await button('Finish it').click();
  const file = await readyFile();
  assert.equal(file.kind, 'video');
  assert.ok(file.duration_ms > 3000, `of eight seconds and more, ${file.duration_ms} ms were saved`);
  assert.equal((await api(tester.token, 'GET', '/me/files')).items.length, before);
});
