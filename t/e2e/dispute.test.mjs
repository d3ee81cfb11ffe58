// SPDX-License-Identifier: Apache-2.0
// A dispute all the way, in a browser: work is rejected, its tester disputes that, the builder
// answers, both propose and do not agree, an administrator finds it in the queue, reads the file
// and decides, the tester appeals, another administrator has the last word, and both see what
// moved. Each cent is where the pages said it would be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRight, looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { enterFirst, operator, payableTester } from './people.mjs';
import { handIn, moneyOf, openJob } from './work.mjs';
import { api, logIn, mailTo, register, until } from './world.mjs';

const TITLE = 'Borrow a book and bring it back';
const REPORTED = 'The book can be borrowed, and bringing it back works.';
const FIRST_REASON = 'The brief asked for no proof, but the report is thin.';
const LAST_REASON = 'Every part that was asked for is there.';

let browser;
let bea;
let tom;
let ada; // decides first
let otto; // decides the appeal
let seat;
let address; // of the dispute

before(async () => {
  browser = await openBrowser();
  bea = await register('builder', 'Bea Builder');
  tom = await payableTester('Tom Tester');
  ada = await operator('Ada Admin');
  otto = await operator('Otto Operator');
  for (const person of [bea, tom, ada, otto]) person.page = await openWindow(browser);
  for (const person of [bea, tom]) await logIn(person);
  const jobId = await openJob(bea, { title: TITLE });
  seat = await api(tom.token, 'POST', `/jobs/${jobId}/claim`);
});
after(() => browser.close());

test('the builder rejects what was handed in, and says why', async () => {
  const id = await handIn(tom, seat);
  const { page } = bea;
  await page.goto(`${SITE}/submissions/${id}/review`);
  await page.getByText(REPORTED).waitFor();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').selectOption({ label: 'Not enough evidence' });
  await dialog.getByLabel('What was wrong').fill('There is no proof that a book was borrowed.');
  await dialog.getByRole('button', { name: 'Reject work' }).click();
  await page.getByText(/^Rejected/).first().waitFor();
  assert.deepEqual(await moneyOf(bea, seat), { held: 3300, released: 0, refunded: 0 });
});

test('the tester disputes that; nothing typed is lost on the way', async () => {
  const { page } = tom;
  await page.goto(`${SITE}/assignments/${seat.id}`);
  await page.getByRole('heading', { name: 'If you disagree' }).waitFor();
  await looksRightEverywhere(page, 'rejected-with-a-way-out');
  await page.getByRole('button', { name: 'Dispute the decision' }).click();
  await page.getByRole('radio', { name: /^Evidence/ }).check();
  await page.getByLabel('What you want to be looked at').fill('The steps passed, and the brief asked for no picture.');
  await page.reload();
  await page.getByRole('button', { name: 'Dispute the decision' }).click();
  assert.match(await page.getByLabel('What you want to be looked at').inputValue(), /no picture/);
  await page.getByRole('button', { name: 'Open the dispute' }).click();
  await page.waitForURL(/\/disputes\//);
  address = new URL(page.url()).pathname;
  await mailTo(bea.email, /dispute/i);
});

test('the builder finds it among the disputes and answers, with the file before the eyes', async () => {
  const { page } = bea;
  await page.goto(`${SITE}/disputes`);
  await page.getByRole('link', { name: TITLE }).first().waitFor();
  await looksRightEverywhere(page, 'disputes');
  await page.getByRole('link', { name: TITLE }).first().click();
  await page.getByLabel('What you say to it').fill('A result without any proof is of no use to us.');
  await page.getByText('What was handed in').click();
  await page.getByText(REPORTED).waitFor();
  await page.getByText('What happened before').click();
  await looksRightEverywhere(page, 'dispute-to-answer');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByText(/^Your answer is in/).waitFor();
  await looksRightEverywhere(page, 'dispute-answered');
});

test('both propose a split, and do not agree', async () => {
  await propose(bea.page, 20, 'Tom Tester');
  await tom.page.reload();
  await tom.page.getByText('They would agree to 20% for the tester').waitFor();
  await propose(tom.page, 80, 'Bea Builder');
  await bea.page.reload();
  await bea.page.getByText('They would agree to 80% for the tester').waitFor();
  await looksRightEverywhere(bea.page, 'dispute-apart');
  assert.deepEqual(await moneyOf(bea, seat), { held: 3300, released: 0, refunded: 0 });
});

async function propose(page, share, other) {
  await page.getByRole('textbox', { name: 'Share for Tom Tester' }).fill(String(share));
  await page.getByRole('button', { name: /^Propose this split|^Change your proposal/ }).click();
  await page.getByText(`Proposed. ${other} is told.`).waitFor();
}

test('an administrator comes in with a second factor, finds it in the queue and reads the file', async () => {
  const { page } = ada;
  await enterFirst(ada);
  await findIn(page, 'To be decided');
  await page.getByText('A result without any proof is of no use to us.').waitFor();
  await page.getByText('What happened before').click();
  await page.getByText('Tom Tester handed in').waitFor();
  await page.getByText(REPORTED).waitFor();
  await page.getByText('There is no proof that a book was borrowed.').first().waitFor();
  await looksRightEverywhere(page, 'dispute-for-admin');
});

/** From the dashboard over the menu to the one dispute at a stage. */
async function findIn(page, stage) {
  await page.getByRole('list', { name: 'Work' }).getByRole('link', { name: 'Disputes' }).click();
  await page.getByRole('combobox', { name: 'Stage' }).selectOption({ label: stage });
  await page.getByRole('link', { name: TITLE }).first().waitFor();
  await looksRightEverywhere(page, `admin-disputes-${stage.replaceAll(' ', '-').toLowerCase()}`);
  await page.getByRole('link', { name: TITLE }).first().click();
  await page.waitForURL(SITE + address);
}

/** The split, why, and the button; the figures stand there before. */
async function decide(page, share, sum, reason, summary) {
  await page.getByRole('textbox', { name: 'Share for the tester' }).fill(String(share));
  await page.getByText(sum).first().waitFor();
  await page.getByLabel('Reason, for both sides').fill(reason);
  if (summary) await page.getByLabel('Summary for the public').fill(summary);
  await looksRight(page, 'dispute-decide');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
}

test('they decide with a reason; both read it, the builder accepts, and nothing moves yet', async () => {
  await decide(ada.page, 40, '$12.00', FIRST_REASON, 'Evidence that was not asked for.');
  await ada.page.getByText('Decided. Both sides are told.').waitFor();
  await ada.page.getByText('40% for Tom Tester').waitFor();
  for (const { page, email } of [tom, bea]) {
    await mailTo(email, /decided|decision/i);
    await page.goto(SITE + address);
    await page.getByText('40% for Tom Tester').waitFor();
    await page.getByText(FIRST_REASON).waitFor();
  }
  await looksRightEverywhere(bea.page, 'dispute-decided');
  await bea.page.getByRole('button', { name: 'Accept the decision' }).click();
  await bea.page.getByText(/^Accepted\. It is closed once/).waitFor();
  assert.deepEqual(await moneyOf(bea, seat), { held: 3300, released: 0, refunded: 0 });
});

test('the tester, who lost more than half, appeals', async () => {
  const { page } = tom;
  await page.getByRole('button', { name: 'Appeal' }).click();
  await page.getByLabel('What was overlooked or judged wrongly').fill('The report has every part that the job asked for.');
  await looksRightEverywhere(page, 'dispute-appeal');
  await page.getByRole('button', { name: 'Send appeal' }).click();
  await page.getByText(/^Appealed/).first().waitFor();
  await looksRightEverywhere(page, 'dispute-appealed');
});

test('who decided first cannot decide again', async () => {
  const { page } = ada;
  await page.reload();
  await decide(page, 40, '$12.00', 'As before.');
  await page.getByText('An appeal is decided by an administrator who did not decide before.').waitFor();
  await looksRight(page, 'dispute-same-admin');
});

test('another administrator has the last word, and the money moves as it says', async () => {
  await enterFirst(otto);
  await findIn(otto.page, 'Appeal to be decided');
  await otto.page.getByText('The report has every part that the job asked for.').waitFor();
  await decide(otto.page, 70, '$21.00', LAST_REASON);
  await otto.page.getByText('Decided. Both sides are told.').waitFor();
  await until('the money', async () => (await moneyOf(bea, seat)).held === 0);
  assert.deepEqual(await moneyOf(bea, seat), { held: 0, released: 2100, refunded: 990 });
});

test('both see what moved', async () => {
  for (const { page } of [tom, bea]) {
    await page.goto(SITE + address);
    await page.getByText('70% for Tom Tester').waitFor();
    await page.getByText('$21.00 of the $30.00 at stake went to Tom Tester, before their fee.').waitFor();
    await page.getByText('$9.00 went back to Bea Builder, with its share of the fee.').waitFor();
    await page.getByText(LAST_REASON).waitFor();
    await looksRightEverywhere(page, `dispute-closed-${page === tom.page ? 'tester' : 'builder'}`);
  }
  await bea.page.goto(`${SITE}/submissions/${seat.submissions[0].id}/review`);
  await bea.page.getByText('Dispute decided').first().waitFor();
  await looksRightEverywhere(bea.page, 'review-decided');
  await tom.page.goto(`${SITE}/assignments/${seat.id}`);
  await tom.page.getByText('The dispute is over: $21.00 of this is yours').waitFor();
  await tom.page.getByText('Otto Operator decided the dispute').waitFor();
  await looksRightEverywhere(tom.page, 'seat-decided');
  await until('the payout', async () => (await api(tom.token, 'GET', '/me/payouts')).items[0]?.state === 'completed');
  await tom.page.goto(`${SITE}/earnings`);
  await tom.page.getByText('$21.00').first().waitFor();
});

test('the audit trail has both decisions with their reasons', async () => {
  const { page } = otto;
  await page.goto(`${SITE}/admin/audit?id=${address.split('/').at(-1)}`);
  for (const reason of [FIRST_REASON, LAST_REASON]) await page.getByText(reason).first().waitFor();
  await looksRightEverywhere(page, 'admin-audit-disputes');
});
