// SPDX-License-Identifier: Apache-2.0
// S07, in a browser: a plan with two roles, two testers bid, one is countered twice and
// agrees, a card is declined and another one pays, three items are handed in, one is
// approved, one sent back and then approved, one rejected. To the cent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { payableTester } from './people.mjs';
import { api, logIn, mailTo, passTime, payWith, register, until } from './world.mjs';

const TITLE = 'The new check-out, taken apart';
const ITEMS = ['Explore the basket', 'Explore the payment', 'Explore the receipt'];

let browser;
let bea;
let tina;
let tom;
let jobId;
let bidPath;
let assignmentPath;

before(async () => {
  browser = await openBrowser();
  bea = await register('builder', 'Bea Builder');
  tina = await payableTester('Tina Tester');
  tom = await payableTester('Tom Tester');
  await api(bea.token, 'POST', '/projects', { name: 'Harbour Books', url: 'https://books.example' });
  bea.page = await openWindow(browser);
  tina.page = await openWindow(browser);
  await logIn(bea);
  await logIn(tina);
});
after(() => browser.close());

const saved = (page) => page.getByText(/^Saved (now|\d)/).first().waitFor();

test('the builder writes a plan with two roles; it saves itself', async () => {
  const { page } = bea;
  await page.goto(`${SITE}/jobs/new`);
  await page.getByRole('link', { name: /Begin a test plan/ }).waitFor();
  await looksRightEverywhere(page, 'plan-start');
  await page.getByRole('link', { name: /Begin a test plan/ }).click();
  await page.getByLabel('Project', { exact: true }).selectOption({ label: 'Harbour Books' });
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Brief').fill('The check-out is new. Buy with the test card 4242 4242 4242 4242 and take it apart.');
  await looksRightEverywhere(page, 'plan-about');
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.waitForURL(/\/edit\?step=roles/);
  jobId = new URL(page.url()).pathname.split('/')[2];

  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByLabel('Role', { exact: true }).fill('Shopper');
  await saved(page);
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByLabel('Role', { exact: true }).fill('Reader by ear');
  await saved(page);
  await page.reload();
  await page.getByText('Reader by ear').first().waitFor();
  await looksRightEverywhere(page, 'plan-roles');
});

test('and the work of each role', async () => {
  const { page } = bea;
  await page.getByRole('button', { name: 'Go on: Work' }).click();
  await page.getByRole('tab', { name: /Shopper/ }).click();
  for (const title of ITEMS) await addItem(page, title);
  await looksRightEverywhere(page, 'plan-work');
  await page.getByRole('tab', { name: /Reader by ear/ }).click();
  await addItem(page, 'Buy without looking');
});

async function addItem(page, title) {
  await page.getByRole('button', { name: 'Add work' }).click();
  await page.getByRole('button', { name: /^Exploratory/ }).click();
  await page.getByLabel('Title').last().fill(title);
  await page.getByLabel('Charter').last().fill('Find what goes wrong on the way to the receipt.');
  await page.getByLabel('Minutes').last().fill('30');
  await saved(page);
}

test('publishing costs nothing and opens the plan for bids', async () => {
  const { page } = bea;
  await page.getByRole('button', { name: 'Go on: Times' }).click();
  await looksRightEverywhere(page, 'plan-times');
  await page.getByRole('button', { name: 'Go on: Check and publish' }).click();
  await looksRightEverywhere(page, 'plan-check');
  await page.getByRole('button', { name: 'Publish for bids' }).click();
  await until('the plan to be published', async () => (await api(bea.token, 'GET', `/jobs/${jobId}`)).state === 'published');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await looksRightEverywhere(page, 'plan-published');
});

test('a tester finds it and bids on a role, item by item', async () => {
  const { page } = tina;
  await page.goto(`${SITE}/jobs?kind=structured`);
  await until('the plan in the list', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    return (await page.getByRole('link', { name: TITLE }).count()) > 0;
  });
  await looksRightEverywhere(page, 'market-plans');
  await page.goto(`${SITE}/jobs/${jobId}`);
  await page.getByRole('button', { name: 'Make a bid' }).first().waitFor();
  await looksRightEverywhere(page, 'plan-for-testers');
  await page.getByRole('button', { name: 'Make a bid' }).first().click();
  await offer(page, [40, 30, 20]);
  await page.getByLabel('Days to hand in').fill('5');
  await page.getByLabel(/^Why you/).fill('I have taken three shops apart this year.');
  await looksRightEverywhere(page, 'bid-form');
  await page.getByRole('button', { name: 'Send bid' }).click();
  await page.waitForURL(/\/bids\//);
  bidPath = new URL(page.url()).pathname;
  await page.getByText('Waiting for Bea Builder').first().waitFor();
  await looksRightEverywhere(page, 'bid-sent');
  await mailTo(bea.email, /bid/i);
});

/** One amount for each item of the form. */
async function offer(page, amounts) {
  for (const [at, amount] of amounts.entries()) await page.getByLabel(`Price for ${ITEMS[at]}`).fill(String(amount));
}

test('another one bids, too; the builder looks at both side by side', async () => {
  const job = await api(tom.token, 'GET', `/jobs/${jobId}`);
  const [role] = job.roles;
  await api(tom.token, 'POST', `/jobs/${jobId}/bids`, {
    role_id: role.id, items: role.items.map((item, at) => ({ item_id: item.id, amount_minor: [4500, 3500, 2500][at] })), days: 3, message: 'I am quick.',
  });
  const { page } = bea;
  await page.goto(`${SITE}/jobs/${jobId}/bids`);
  for (const name of ['Tina Tester', 'Tom Tester']) await page.getByRole('checkbox', { name: `Compare the bid of ${name}` }).first().check();
  await page.getByText('Side by side').first().waitFor();
  await looksRightEverywhere(page, 'bids-compared');
});

test('countered twice, then agreed', async () => {
  await bea.page.goto(SITE + bidPath);
  await counter(bea.page, [30, 25, 20], 'counter-form');
  await bea.page.getByText('Waiting for Tina Tester').first().waitFor();
  await tina.page.goto(SITE + bidPath);
  await looksRightEverywhere(tina.page, 'bid-countered');
  await counter(tina.page, [38, 28, 20]);
  await bea.page.reload();
  await counter(bea.page, [35, 26, 20]);
  await tina.page.reload();
  await tina.page.getByRole('button', { name: 'Accept $81.00' }).click();
  await tina.page.getByText('Waiting for Bea Builder').first().waitFor();
  await looksRightEverywhere(tina.page, 'bid-agreed');
  await mailTo(bea.email, /agreed|accepted|pay/i);
});

async function counter(page, amounts, name) {
  await page.getByRole('button', { name: 'Make a counter-offer' }).click();
  await offer(page, amounts);
  if (name) await looksRightEverywhere(page, name);
  await page.getByRole('button', { name: 'Send counter-offer' }).click();
  await page.getByText(/^Waiting for/).first().waitFor();
}

test('a declined card is said, another one pays, and the work is theirs', async () => {
  const { page } = bea;
  await page.reload();
  await page.getByRole('button', { name: 'Pay $89.10' }).click();
  await page.getByLabel('Card number').waitFor();
  await payWith(page, '4000000000000002');
  await page.getByText(/declined/i).first().waitFor();
  await page.goto(SITE + bidPath);
  await page.getByText('The payment was declined').waitFor();
  await looksRightEverywhere(page, 'bid-declined-card');
  await page.getByRole('link', { name: /^Pay \$89/ }).or(page.getByRole('button', { name: /^Pay \$89/ })).first().click();
  await page.getByLabel('Card number').waitFor();
  await payWith(page, '4242424242424242');
  await page.getByText('Paid. Tina Tester can begin').waitFor();
  await looksRightEverywhere(page, 'bid-paid');
  await mailTo(tina.email, /accepted/i);
  const [other] = (await api(tom.token, 'GET', '/me/bids')).items;
  assert.equal(other.state, 'superseded');
});

test('each item is handed in by itself', async () => {
  const { page } = tina;
  const { assignment_id: id } = await api(tina.token, 'GET', bidPath);
  assignmentPath = `/assignments/${id}`;
  await page.goto(SITE + assignmentPath);
  await page.getByText('0 of 3 handed in').first().waitFor();
  await looksRightEverywhere(page, 'items');
  // A headless browser does not say which one it is.
  await page.getByRole('textbox', { name: /^Browser(?! version)/ }).fill('Chromium');
  await page.getByLabel('The result in a few sentences').fill('The basket loses an item when two are added at once.');
  await page.getByLabel('Areas covered').fill('Basket');
  await page.getByLabel('Notes').fill('I went from the start page to the basket and back, with one item and with many. '.repeat(4));
  for (const minute of [1, 2, 3]) {
    await page.getByRole('button', { name: 'Add an entry' }).first().click();
    await page.getByLabel(/^Minute(?!s)/).last().fill(String(minute));
    await page.getByLabel('What was seen').last().fill(`What I saw in minute ${minute}`);
  }
  await page.getByText('Everything is there').first().waitFor();
  await looksRightEverywhere(page, 'item-complete');
  await page.getByRole('button', { name: 'Hand in' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('1 of 3 handed in').first().waitFor();
  await looksRightEverywhere(page, 'item-handed-in');
  for (const { id: submission } of (await submissions()).slice(1)) {
    await api(tina.token, 'PUT', `/submissions/${submission}`, {
      summary: 'Paying works, but the receipt comes late.',
      environment: { os: 'Linux', browser: 'Firefox' },
      report: { areas_covered: ['Payment'], notes: 'I paid with a card and without one, and went back and forth between the two pages. '.repeat(4), marks: [1, 2, 3].map((minute) => ({ minute, note: 'Still waiting' })) },
    });
    await api(tina.token, 'POST', `/submissions/${submission}/submit`);
  }
});

const submissions = async () => (await api(tina.token, 'GET', assignmentPath)).submissions;
const moneyOf = async () => {
  const { held_minor: held, released_minor: released, refunded_minor: refunded } = await api(bea.token, 'GET', assignmentPath);
  return { held, released, refunded };
};

test('one item is approved, by keyboard', async () => {
  const { page } = bea;
  assert.deepEqual(await moneyOf(), { held: 8910, released: 0, refunded: 0 });
  const [first] = await submissions();
  await page.goto(`${SITE}/reviews`);
  await page.getByText(ITEMS[0]).first().waitFor();
  await looksRightEverywhere(page, 'review-queue-items');
  await page.goto(`${SITE}/submissions/${first.id}/review`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await looksRightEverywhere(page, 'review-item');
  await page.keyboard.press('a');
  await looksRightEverywhere(page, 'approve-item');
  await page.getByRole('dialog').getByRole('button', { name: 'Approve and pay $35.00' }).click();
  await page.getByText(/Approved/).first().waitFor();
  assert.deepEqual(await moneyOf(), { held: 5060, released: 3500, refunded: 0 });
});

test('one is sent back, changed, and then approved', async () => {
  const [, second] = await submissions();
  await bea.page.goto(`${SITE}/submissions/${second.id}/review`);
  await bea.page.getByRole('heading', { level: 1 }).waitFor();
  await bea.page.keyboard.press('c');
  await bea.page.getByRole('dialog').getByRole('textbox').first().fill('Please try a declined card, too.');
  await looksRightEverywhere(bea.page, 'send-back');
  await bea.page.getByRole('dialog').getByRole('button', { name: /^Ask for changes|^Send back/ }).click();
  await mailTo(tina.email, /change/i);

  await tina.page.goto(SITE + assignmentPath);
  await tina.page.getByText('Please try a declined card, too.').first().waitFor();
  await looksRightEverywhere(tina.page, 'sent-back');
  await tina.page.getByLabel('The result in a few sentences').fill('With a declined card the page says why and offers another try.');
  await tina.page.getByText(/^Saved (?!as)/).first().waitFor();
  await tina.page.getByRole('button', { name: /^Hand in/ }).first().click();
  await tina.page.getByRole('dialog').getByRole('button', { name: /^Hand in/ }).click();
  await until('the second hand-in', async () => (await submissions())[1].state === 'submitted');

  await bea.page.goto(`${SITE}/submissions/${second.id}/review`);
  await bea.page.getByText('With a declined card the page says why').first().waitFor();
  await bea.page.keyboard.press('a');
  await bea.page.getByRole('dialog').getByRole('button', { name: 'Approve and pay $26.00' }).click();
  await bea.page.getByText(/Approved/).first().waitFor();
  assert.deepEqual(await moneyOf(), { held: 2200, released: 6100, refunded: 0 });
});

test('one is rejected; its money stays held for objections, and then goes back', async () => {
  const { page } = bea;
  const [, , third] = await submissions();
  await page.goto(`${SITE}/submissions/${third.id}/review`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByLabel('Reason').selectOption({ label: 'Instructions not followed' });
  await page.getByRole('dialog').getByLabel('What was wrong').fill('There is no word about the receipt in it.');
  await page.getByRole('dialog').getByRole('button', { name: 'Reject work' }).click();
  await page.getByText(/Rejected/).first().waitFor();
  assert.deepEqual(await moneyOf(), { held: 2200, released: 6100, refunded: 0 });
  passTime(third.id, 'dispute_expires');
  await until('the refund', async () => (await moneyOf()).refunded === 2200);
  assert.deepEqual(await moneyOf(), { held: 0, released: 6100, refunded: 2200 });
  await until('both payouts', async () => (await api(tina.token, 'GET', '/me/payouts')).items.filter(({ state }) => state === 'completed').length === 2);
  await tina.page.goto(SITE + assignmentPath);
  await tina.page.getByText(/3 of 3/).first().waitFor();
  await looksRightEverywhere(tina.page, 'items-settled');
  await page.goto(`${SITE}/jobs/${jobId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await looksRightEverywhere(page, 'plan-with-work');
});
