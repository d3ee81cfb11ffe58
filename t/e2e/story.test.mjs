// SPDX-License-Identifier: Apache-2.0
// S06, in a browser: project, job, payment, claim, work, review, payout. Two people, each in
// a window of their own; the job has two seats, so that one can be approved and one rejected.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { api, linkIn, logIn, mailTo, passTime, payWith, register, sql, until } from './world.mjs';

const TITLE = 'Buy two books as a guest';
const STEPS = [
  ['Put two books into the basket', 'The basket shows both and the sum'],
  ['Check out as a guest with the test card', 'A receipt with a number appears'],
];

let browser;
let bea;
let toni;
let jobPath;

before(async () => {
  browser = await openBrowser();
  bea = await register('builder', 'Bea Builder');
  toni = await register('tester', 'Toni Tester');
  bea.page = await openWindow(browser);
  toni.page = await openWindow(browser);
  await logIn(bea);
  await logIn(toni);
});
after(() => browser.close());

test('the builder makes a project', async () => {
  const { page } = bea;
  await page.goto(`${SITE}/projects`);
  await looksRightEverywhere(page, 'projects-empty');
  await page.getByRole('link', { name: 'New project' }).first().click();
  await page.getByLabel('Name').fill('Harbour Books');
  await page.getByLabel(/Web address/).fill('https://books.example');
  await looksRightEverywhere(page, 'project-form');
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('heading', { name: 'Harbour Books' }).waitFor();
  await looksRightEverywhere(page, 'project');
});

test('and describes a job in steps, each one saved', async () => {
  const { page } = bea;
  await page.getByRole('link', { name: 'New job' }).first().click();
  await page.getByRole('link', { name: 'Begin a simple test' }).click();
  await page.getByRole('radio', { name: /An empty page/ }).check();
  await looksRightEverywhere(page, 'job-form-project');
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByLabel('Title').fill('x');
  await page.getByRole('button', { name: /Save draft and continue/ }).click();
  await page.getByRole('alert').first().waitFor();
  await looksRightEverywhere(page, 'job-form-errors');
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Kind of test').selectOption({ label: 'Test script' });
  await page.getByRole('textbox', { name: 'Brief' }).fill('Buy two books without an account. The test card is 4242 4242 4242 4242.');
  for (const [index, [text, expected]] of STEPS.entries()) {
    if ((await page.getByLabel(`Step ${index + 1}`, { exact: true }).count()) === 0) await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByLabel(`Step ${index + 1}`, { exact: true }).fill(text);
    await page.getByLabel('What should happen then').nth(index).fill(expected);
  }
  await looksRightEverywhere(page, 'job-form-work');
  await page.getByRole('button', { name: /Save draft and continue/ }).click();

  await page.getByLabel('Reward for each tester').fill('15');
  await page.getByLabel('Testers', { exact: true }).fill('2');
  await page.getByRole('radio', { name: /Refund the seat/ }).check();
  await looksRightEverywhere(page, 'job-form-terms');
  await page.getByRole('button', { name: /Save/ }).click();
  await page.getByRole('button', { name: 'Pay $33.00 and publish' }).waitFor();
  await looksRightEverywhere(page, 'job-form-publish');
});

test('publishing leads to the payment page; closing it charges nothing', async () => {
  const { page } = bea;
  await page.getByRole('button', { name: 'Pay $33.00 and publish' }).click();
  await page.getByRole('heading', { name: /Sandbox checkout/i }).waitFor();
  await page.getByRole('link', { name: /Back/ }).click();
  await page.getByText('You left the payment page').waitFor();
  jobPath = new URL(page.url()).pathname;
  await looksRightEverywhere(page, 'payment-left');
});

test('a declined card is said, another one pays, and the webhook opens the job', async () => {
  const { page } = bea;
  await page.getByRole('link', { name: /^Pay \$33/ }).or(page.getByRole('button', { name: /^Pay \$33/ })).first().click();
  await payWith(page, '4000000000000002');
  await page.getByText(/declined/i).first().waitFor();
  await page.goto(SITE + jobPath);
  await page.getByText('The payment was declined').waitFor();
  await looksRightEverywhere(page, 'payment-declined');
  await page.getByRole('link', { name: /^Pay \$33/ }).or(page.getByRole('button', { name: /^Pay \$33/ })).first().click();
  await payWith(page, '4242424242424242');
  await page.getByText('Paid. Testers can see your job').waitFor();
  await looksRightEverywhere(page, 'payment-done');
  const receipt = await mailTo(bea.email, /job is open/i);
  assert.match(receipt.text, /33\.00/);
});

test('the tester sets up payouts', async () => {
  const { page } = toni;
  await page.goto(`${SITE}/board`);
  await page.getByText('Your first reward').waitFor();
  await looksRightEverywhere(page, 'board-first-run-tester');
  await page.goto(`${SITE}/earnings`);
  await page.getByRole('button', { name: 'Set up payouts' }).waitFor();
  await looksRightEverywhere(page, 'earnings-empty');
  await page.getByRole('button', { name: 'Set up payouts' }).click();
  await page.getByRole('button', { name: 'Complete onboarding' }).click();
  await page.getByText('Ready to be paid').waitFor();
});

test('finds the job in the marketplace and claims a seat', async () => {
  const { page } = toni;
  await page.goto(`${SITE}/jobs`);
  await page.getByRole('searchbox').fill('two books');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/q=two/);
  // The public list is cached for a few seconds.
  await until('the job in the list', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    return (await page.getByRole('link', { name: TITLE }).count()) > 0;
  });
  await looksRightEverywhere(page, 'marketplace-search');
  await page.goto(SITE + jobPath);
  await page.getByRole('button', { name: 'Claim a seat for $15.00' }).waitFor();
  await looksRightEverywhere(page, 'job-for-testers');
  await page.getByRole('button', { name: 'Claim a seat for $15.00' }).click();
  await page.waitForURL(/\/assignments\//);
});

test('saves while typing, learns what is missing, and hands in', async () => {
  const { page } = toni;
  const summary = page.getByLabel('The result in a few sentences');
  const step = (number) => page.getByRole('group', { name: `Steps ${number}`, exact: true });

  await summary.waitFor();
  await looksRightEverywhere(page, 'workspace-new');
  await summary.fill('The receipt never comes: paying as a guest fails at the last step.');
  await page.getByText(/^Saved (?!as)/).first().waitFor();
  await page.reload();
  assert.match(await summary.inputValue(), /receipt never comes/, 'a draft survives a reload');
  await page.getByText(/things are missing/).first().waitFor();

  // A headless browser does not say which one it is.
  await page.getByRole('textbox', { name: /^Browser(?! version)/ }).fill('Chromium');
  await step(1).getByText('Passed', { exact: true }).click();
  await step(2).getByText('Failed', { exact: true }).click();
  await step(2).getByRole('textbox').fill('An empty page instead of the receipt');
  await page.getByRole('group', { name: 'The case as a whole' }).getByText('Failed', { exact: true }).click();
  await page.getByRole('button', { name: /^Steps 2: add a / }).click();
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByLabel('Link', { exact: true }).fill('https://files.example/empty-page.png');

  await page.getByRole('button', { name: 'Add a finding' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Paying as a guest ends on an empty page, without a receipt');
  await dialog.getByLabel('Kind').selectOption({ label: 'Function' });
  await dialog.getByText('Major', { exact: true }).click();
  await dialog.getByLabel('Step 1', { exact: true }).fill('Pay as a guest with the test card');
  await dialog.getByLabel('What should happen').fill('A receipt with a number');
  await dialog.getByLabel('What happens').fill('An empty page, status 200');
  await dialog.getByText('Happens always', { exact: true }).click();
  await looksRightEverywhere(page, 'finding-dialog');
  await dialog.getByRole('button', { name: 'Save finding' }).click();
  await page.getByText('Everything is there').first().waitFor();
  await looksRightEverywhere(page, 'workspace-complete');
  await page.getByRole('button', { name: 'Hand in' }).first().click();
  await looksRightEverywhere(page, 'hand-in');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('Bea Builder has not opened it yet').waitFor();
  await looksRightEverywhere(page, 'handed-in');
});

test('the builder gets the mail, reviews with the keyboard and approves', async () => {
  const { page } = bea;
  const mail = await mailTo(bea.email, /ready for your review/i);
  await page.goto(`${SITE}/board`);
  await page.getByText(TITLE).first().waitFor();
  await looksRightEverywhere(page, 'board-with-review');
  await page.goto(`${SITE}/reviews`);
  await page.getByText(TITLE).first().waitFor();
  await looksRightEverywhere(page, 'review-queue');
  await page.goto(SITE + linkIn(mail));
  await page.getByRole('heading', { name: 'Work by Toni Tester' }).waitFor();
  await looksRightEverywhere(page, 'review-desk');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A word to the tester').fill('Exactly what I needed, thank you.');
  await dialog.getByRole('radio', { name: /5/ }).check({ force: true });
  await looksRightEverywhere(page, 'approve-dialog');
  await dialog.getByRole('button', { name: 'Approve and pay $15.00' }).click();
  await page.getByText(/is on its way to Toni Tester|Approved/).first().waitFor();
});

test('the tester sees the money arrive', async () => {
  const { page } = toni;
  await page.goto(`${SITE}/earnings`);
  await until('the payout', async () => (await api(toni.token, 'GET', '/me/payouts')).items[0]?.state === 'completed');
  await page.reload();
  await page.getByRole('link', { name: TITLE }).or(page.getByText(TITLE)).first().waitFor();
  await looksRightEverywhere(page, 'earnings');
  const [payout] = (await api(toni.token, 'GET', '/me/payouts')).items;
  assert.equal(payout.amount_minor, 1500, 'the tester gets the reward, to the cent');
  await page.goto(`${SITE}/assignments/${payout.assignment_id}`);
  await page.getByText('Exactly what I needed, thank you.').first().waitFor();
  await looksRightEverywhere(page, 'assignment-approved');
  await mailTo(toni.email, /transferred/i);
});

test('the second seat is rejected with a reason, and refunded when the time for objections is over', async () => {
  const { page } = bea;
  const ugo = await handInByApi();

  await page.goto(`${SITE}/submissions/${ugo.submission}/review`);
  await page.getByRole('heading', { name: 'Work by Ugo Careless' }).waitFor();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').selectOption({ label: 'Instructions not followed' });
  await dialog.getByLabel('What was wrong').fill('You did not buy anything; the job asks for two books.');
  await looksRightEverywhere(page, 'reject-dialog');
  await dialog.getByRole('button', { name: 'Reject work' }).click();
  await page.getByText(/Rejected/).first().waitFor();
  await mailTo(ugo.email, /rejected|not accepted|declined/i);

  passTime(ugo.submission, 'dispute_expires');
  await mailTo(bea.email, /refund/i);
  await page.goto(SITE + jobPath);
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await looksRightEverywhere(page, 'job-closed');
  const [payment] = (await api(bea.token, 'GET', '/me/payments')).items;
  assert.equal(payment.state, 'partly_refunded');
  assert.equal(payment.refunded_minor, 1650, 'reward and fee of one seat');
  assert.equal((await api(bea.token, 'GET', jobPath)).state, 'closed');
  await page.goto(`${SITE}/payments`);
  await page.getByText('$33.00').first().waitFor();
  await looksRightEverywhere(page, 'payments');
});

/** A second tester whose part needs no browser. */
async function handInByApi() {
  const ugo = await register('tester', 'Ugo Careless');
  await api(ugo.token, 'POST', '/me/payout-account', {});
  sql(`UPDATE account SET payout_state = 'active' WHERE email = '${ugo.email}'`);
  const assignment = await api(ugo.token, 'POST', `${jobPath}/claim`);
  const submission = assignment.submissions[0].id;
  await api(ugo.token, 'PUT', `/submissions/${submission}`, {
    summary: 'I looked at the start page and it seems fine.',
    environment: { os: 'Linux', browser: 'Firefox' },
    report: { steps: [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'pass' }], verdict: 'pass' },
  });
  await api(ugo.token, 'POST', `/submissions/${submission}/submit`);
  return { ...ugo, submission };
}
