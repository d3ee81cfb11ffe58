// SPDX-License-Identifier: Apache-2.0
// What can become of work besides approval and rejection, in a browser: more time, a seat that
// is cancelled, a question and its answer, a part that is approved and its rest agreed on, an
// item that is not needed any more, and a finding that is judged down. To the cent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { payableTester } from './people.mjs';
import { handIn, handInFinding, moneyOf, openJob, takenPlan } from './work.mjs';
import { api, logIn, mailTo, register } from './world.mjs';

const TITLE = 'Renew a book at home';
const PLAN = 'The new shelves, taken apart';

let browser;
let bea;
let tina;
let tara;
let jobId;
let tinaSeat;
let taraSeat;
let agreed; // the address of the dispute that is settled between the two
let plan; // Tina's seat of the plan

before(async () => {
  browser = await openBrowser();
  bea = await register('builder', 'Bea Builder');
  tina = await payableTester('Tina Tester');
  tara = await payableTester('Tara Tester');
  for (const person of [bea, tina, tara]) {
    person.page = await openWindow(browser);
    await logIn(person);
  }
  jobId = await openJob(bea, { title: TITLE, seats: 2 });
  [tinaSeat, taraSeat] = await Promise.all([tina, tara].map(({ token }) => api(token, 'POST', `/jobs/${jobId}/claim`)));
});
after(() => browser.close());

/** The builder at the desk with a submission. */
async function review(id) {
  await bea.page.goto(`${SITE}/submissions/${id}/review`);
  await bea.page.getByText('The book can be borrowed').waitFor();
}

test('a tester takes more time, once', async () => {
  const { page } = tara;
  await page.goto(`${SITE}/assignments/${taraSeat.id}`);
  const button = page.getByRole('button', { name: 'Take more time' });
  await button.waitFor();
  await looksRightEverywhere(page, 'seat-to-extend');
  await button.click();
  await page.getByText(/^You have until/).waitFor();
  assert.equal(await button.count(), 0);
});

test('the builder cancels that seat and sees before what the work begun costs', async () => {
  const [{ id }] = taraSeat.submissions;
  await api(tara.token, 'PUT', `/submissions/${id}`, { summary: 'I have begun.', environment: { os: 'Linux', browser: 'Firefox' }, report: {} });
  const { page } = bea;
  await page.goto(`${SITE}/jobs/${jobId}`);
  await page.getByRole('button', { name: 'More for the seat of Tara Tester' }).click();
  await page.getByRole('menuitem', { name: 'Cancel this seat' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/gets \$7\.50 for it/).waitFor();
  await dialog.getByLabel('Why, for the tester').fill('The library moves to another system this week.');
  await looksRightEverywhere(page, 'cancel-seat');
  await dialog.getByRole('button', { name: 'Pay $7.50 and cancel' }).click();
  await page.getByText('Cancelled. Tara Tester is told.').waitFor();
  await looksRightEverywhere(page, 'job-with-cancelled-seat');
  assert.deepEqual(await moneyOf(bea, taraSeat), { held: 0, released: 750, refunded: 2475 });
  await tara.page.reload();
  await tara.page.getByText(/\$7\.50 is yours/).waitFor();
  await looksRightEverywhere(tara.page, 'seat-cancelled');
});

test('the builder asks something before deciding, and the tester answers', async () => {
  const id = await handIn(tina, tinaSeat);
  await review(id);
  await bea.page.keyboard.press('i');
  const dialog = bea.page.getByRole('dialog');
  await dialog.getByLabel('Your question').fill('Which book did you borrow, and when?');
  await looksRightEverywhere(bea.page, 'ask');
  await dialog.getByRole('button', { name: 'Send the question' }).click();
  await bea.page.getByText(/^Asked/).waitFor();
  await bea.page.goto(`${SITE}/submissions/${id}/review`);
  await bea.page.getByText('Tina Tester has your question').waitFor();
  await looksRightEverywhere(bea.page, 'asked');

  const { page } = tina;
  await page.goto(`${SITE}/board`);
  await page.getByText('Your turn: answer a question').first().waitFor();
  await page.goto(`${SITE}/assignments/${tinaSeat.id}`);
  await page.getByLabel('Your answer').fill('Moby-Dick, this morning at ten.');
  await looksRightEverywhere(page, 'reply');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByText('Sent. Bea Builder goes on with the review.').waitFor();
  await mailTo(bea.email, /answer/i);
  await review(id);
  await bea.page.getByText('Moby-Dick, this morning at ten.').waitFor();
  await looksRightEverywhere(bea.page, 'answered');
});

test('a part is approved, with each cent shown before', async () => {
  const { page } = bea;
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'How much of the pay' }).fill('60');
  await dialog.getByText('$13.20').first().waitFor();
  await dialog.getByLabel('Why not all of it').fill('Nothing is said about bringing the book back late.');
  await looksRightEverywhere(page, 'approve-part');
  await dialog.getByRole('button', { name: 'Approve this part' }).click();
  await page.getByText(/60 per cent approved/).waitFor();
  assert.deepEqual(await moneyOf(bea, tinaSeat), { held: 1320, released: 1800, refunded: 0 });
});

test('the tester disputes the rest; both propose, and agree', async () => {
  const { page } = tina;
  await page.goto(`${SITE}/assignments/${tinaSeat.id}`);
  await page.getByText(/Approved in part \(60%\): \$18\.00 is yours/).waitFor();
  await looksRightEverywhere(page, 'approved-part');
  await page.getByRole('button', { name: 'Dispute the decision' }).click();
  await page.getByRole('radio', { name: /^What was asked for/ }).check();
  await page.getByLabel('What you want to be looked at').fill('The brief did not ask for bringing it back late.');
  await looksRightEverywhere(page, 'dispute-form');
  await page.getByRole('button', { name: 'Open the dispute' }).click();
  await page.waitForURL(/\/disputes\//);
  agreed = new URL(page.url()).pathname;
  await page.getByText('$12.00').first().waitFor();
  await looksRightEverywhere(page, 'dispute-opened');
  await mailTo(bea.email, /dispute/i);

  await bea.page.goto(`${SITE}/board`);
  await bea.page.getByText('Your turn: answer').first().waitFor();
  await looksRightEverywhere(bea.page, 'board-with-dispute');
  await bea.page.goto(SITE + agreed);
  await bea.page.getByRole('textbox', { name: 'Share for Tina Tester' }).fill('50');
  await bea.page.getByText('$6.60').first().waitFor();
  await looksRightEverywhere(bea.page, 'dispute-propose');
  await bea.page.getByRole('button', { name: 'Propose this split' }).click();
  await bea.page.getByText('Proposed. Tina Tester is told.').waitFor();

  await page.reload();
  await page.getByText('They would agree to 50% for the tester').waitFor();
  await looksRightEverywhere(page, 'dispute-proposed');
  await page.getByRole('button', { name: 'Accept their 50%' }).click();
  await page.getByText('Agreed. The dispute is closed, and the money moves.').waitFor();
  await looksRightEverywhere(page, 'dispute-agreed');
  assert.deepEqual(await moneyOf(bea, tinaSeat), { held: 0, released: 2400, refunded: 660 });
});

test('an item that is not needed any more is paid in full, and its tester told', async () => {
  const items = [
    { title: 'Walk along the shelves', amount: 2000, bonus_unit_minor: 100, bonus_cap_minor: 1000 },
    { title: 'Look behind the shelves', amount: 1500 },
  ];
  const taken = await takenPlan(bea, tina, { title: PLAN, items });
  plan = taken.seat;
  assert.deepEqual(await moneyOf(bea, plan), { held: 4950, released: 0, refunded: 0 });
  const { page } = bea;
  await page.goto(`${SITE}/jobs/${taken.jobId}`);
  await page.getByRole('button', { name: 'More for the seat of Tina Tester' }).click();
  await page.getByRole('menuitem', { name: 'Do without “Look behind the shelves”' }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByText(/gets the full fee of \$15\.00/).waitFor();
  await dialog.getByLabel('A word to the tester').fill('Those shelves are given away next week.');
  await looksRightEverywhere(page, 'waive');
  await dialog.getByRole('button', { name: 'Pay $15.00 and drop it' }).click();
  await page.getByText('Dropped. $15.00 is on its way to Tina Tester.').waitFor();
  await looksRightEverywhere(page, 'waived');
  assert.deepEqual(await moneyOf(bea, plan), { held: 3300, released: 1500, refunded: 0 });

  await tina.page.goto(`${SITE}/assignments/${plan.id}?item=${plan.submissions[1].id}`);
  await tina.page.getByText('Bea Builder does without this and pays for it all the same: $15.00 is yours.').waitFor();
  await tina.page.getByText('Those shelves are given away next week.').first().waitFor();
  await looksRightEverywhere(tina.page, 'seat-waived');
});

test('a finding is judged down: the page says what that takes, and the difference stays held', async () => {
  const [work] = plan.submissions;
  await handInFinding(tina, work, 'critical');
  const { page } = bea;
  await page.goto(`${SITE}/submissions/${work.id}/review`);
  await page.getByRole('button', { name: 'Another verdict' }).click();
  await page.getByLabel('Verdict', { exact: true }).selectOption({ label: 'Valid' });
  await page.getByLabel('How bad it is').selectOption({ label: 'Moderate' });
  await page.getByText(/takes \$8\.00 off what Tina Tester gets/).waitFor();
  await page.getByLabel('Why', { exact: true }).fill('It is mended by itself during the night.');
  await looksRightEverywhere(page, 'judge-down');
  await page.getByRole('button', { name: 'Save verdict' }).click();
  await page.getByRole('button', { name: 'Change the verdict' }).waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByText(/\$8\.00 that your verdicts took off stays held/).waitFor();
  await looksRightEverywhere(page, 'approve-judged-down');
  await dialog.getByRole('button', { name: 'Approve and pay $22.00' }).click();
  await page.getByText(/^Approved/).first().waitFor();
  assert.deepEqual(await moneyOf(bea, plan), { held: 880, released: 3700, refunded: 0 });
});

test('its tester disputes the verdict, both agree on the half, and the rest goes back', async () => {
  const { page } = tina;
  await page.goto(`${SITE}/assignments/${plan.id}?item=${plan.submissions[0].id}`);
  await page.getByText('Verdicts on your findings lowered your pay. You can dispute that; what you got stays yours.').waitFor();
  await looksRightEverywhere(page, 'approved-judged-down');
  await page.getByRole('button', { name: 'Dispute the decision' }).click();
  await page.getByRole('radio', { name: /^Severity of a finding/ }).check();
  await page.getByLabel('What you want to be looked at').fill('A night without the book is a night too long.');
  await page.getByRole('button', { name: 'Open the dispute' }).click();
  await page.waitForURL(/\/disputes\//);
  await page.getByText('$8.00').first().waitFor();
  await page.getByRole('button', { name: 'Propose this split' }).click();
  await page.getByText('Proposed. Bea Builder is told.').waitFor();

  await bea.page.goto(page.url());
  await bea.page.getByRole('button', { name: 'Accept their 50%' }).click();
  await bea.page.getByText('Agreed. The dispute is closed, and the money moves.').waitFor();
  assert.deepEqual(await moneyOf(bea, plan), { held: 0, released: 4100, refunded: 440 });
  await page.reload();
  await page.getByText('$4.00 of the $8.00 at stake went to Tina Tester, before their fee.').waitFor();
});

test('payments and earnings say what became of it, with papers', async () => {
  const { page } = bea;
  await page.goto(`${SITE}/payments`);
  const receipt = page.waitForEvent('download');
  await page.getByRole('button', { name: `Receipt for ${TITLE}, PDF` }).click();
  assert.match((await receipt).suggestedFilename(), /^receipt-.*\.pdf$/);
  await looksRightEverywhere(page, 'payments-with-receipt');
  await tina.page.goto(`${SITE}/earnings`);
  await tina.page.getByRole('button', { name: /^Earnings statement/ }).waitFor();
  const statement = tina.page.waitForEvent('download');
  await tina.page.getByRole('button', { name: /^Earnings statement/ }).click();
  assert.match((await statement).suggestedFilename(), /^earnings.*\.pdf$/);
  await looksRightEverywhere(tina.page, 'earnings-after-dispute');
});
