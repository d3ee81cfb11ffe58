// SPDX-License-Identifier: Apache-2.0
// What an administrator does about money, in a browser: a payout that failed goes again, held
// money goes back, a chargeback is answered and its builder let go, a job is taken down, and the
// books are compared. Everything with its reason in the audit trail.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { looksRightEverywhere, openBrowser, openWindow, SITE } from './browser.mjs';
import { confirm, enterFirst, operator, payableTester } from './people.mjs';
import { handIn, moneyOf, openJob } from './work.mjs';
import { api, logIn, mailTo, register, sandbox, sql, until } from './world.mjs';

const TITLE = 'Find the harbour on the map';
const CONTESTED = 'Find the lighthouse on the map';

let browser;
let ada;
let bea;
let carl; // whose payment is taken back
let tina;
let tom;
let jobId;

before(async () => {
  browser = await openBrowser();
  ada = await operator('Ada Operator');
  bea = await register('builder', 'Bea Builder');
  carl = await register('builder', 'Carl Customer');
  tina = await payableTester('Tina Tester');
  tom = await payableTester('Tom Tester');
  ada.page = await openWindow(browser);
  await enterFirst(ada);
  jobId = await openJob(bea, { title: TITLE, seats: 3 });
  for (const tester of [tina, tom]) tester.seat = await api(tester.token, 'POST', `/jobs/${jobId}/claim`);
});
after(() => browser.close());

const goTo = async (place, heading) => {
  await ada.page.goto(`${SITE}/admin${place}`);
  await ada.page.getByRole('heading', { level: 1, name: heading }).waitFor();
};

const search = (place, word) => `${place}?q=${encodeURIComponent(word)}`;

/** The provider cannot take a transfer, and we have not heard of it. */
async function failToPay(tester, submission) {
  const account = sql(`SELECT stripe_account_id FROM account WHERE email = '${tester.email}'`);
  await sandbox(`accounts/${account}/complete`, { outcome: 'restricted' });
  await api(bea.token, 'POST', `/submissions/${submission}/approve`, {});
  await until('the payout to fail', () => sql(`SELECT state FROM payout WHERE submission_id = '${submission}'`) === 'failed');
  await sandbox(`accounts/${account}/complete`, { outcome: 'active' });
}

test('a payout that failed is sent again', async () => {
  const { page } = ada;
  const submission = await handIn(tina, tina.seat);
  await sandbox('webhooks', { mode: 'hold' });
  try {
    await failToPay(tina, submission);
    await goTo(`${search('/payouts', jobId)}&state=failed`, 'Payouts');
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    await looksRightEverywhere(page, 'admin-payout-failed');
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('dialog').getByText(/\$30\.00 for Tina Tester is queued again/).waitFor();
    await looksRightEverywhere(page, 'admin-payout-retry');
    await confirm(page, 'The account is in order again', 'Send again');
  } finally {
    await sandbox('webhooks', { mode: 'deliver' });
    await sandbox('webhooks/release', {});
  }
  await until('the payout', () => sql(`SELECT state FROM payout WHERE submission_id = '${submission}'`) === 'completed');
  assert.deepEqual(await moneyOf(bea, tina.seat), { held: 0, released: 3000, refunded: 0 });
});

test('a part of what is held for a submission goes back to its builder', async () => {
  const { page } = ada;
  const submission = await handIn(tom, tom.seat);
  await goTo('/refunds', 'Refunds');
  await page.getByRole('button', { name: 'Refund held money' }).click();
  await page.getByLabel('Id of the submission').fill(submission);
  await page.getByLabel('Amount of the reward').fill('10');
  await looksRightEverywhere(page, 'admin-refund-held');
  await confirm(page, 'A third of the task was not possible', 'Refund it');
  assert.deepEqual(await moneyOf(bea, tom.seat), { held: 2200, released: 0, refunded: 1100 });
  await until('the refund', () => sql(`SELECT state FROM refund WHERE submission_id = '${submission}'`) === 'completed');
  await goTo(search('/refunds', jobId), 'Refunds');
  await page.getByText('By an administrator').first().waitFor();
  await looksRightEverywhere(page, 'admin-refunds');
});

test('a job is taken down: its free seat is refunded, and the work under way goes on', async () => {
  const { page } = ada;
  await goTo(search('/jobs', jobId), 'Jobs');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await looksRightEverywhere(page, 'admin-remove-job');
  await confirm(page, 'It asks for the card numbers of others', 'Remove the job');
  await page.getByRole('row').filter({ hasText: TITLE }).getByText('Removed, work goes on').waitFor();
  await looksRightEverywhere(page, 'admin-job-removed');
  await mailTo(bea.email, /taken down/i);
  await until('the refund of the free seat', () => sql(`SELECT count(*) FROM refund WHERE job_id = '${jobId}' AND submission_id IS NULL AND state = 'completed'`) === '1');
  await api(bea.token, 'POST', `/submissions/${tom.seat.submissions[0].id}/approve`, {});
  assert.deepEqual(await moneyOf(bea, tom.seat), { held: 0, released: 2000, refunded: 1100 });
});

test('a chargeback has its dossier, which goes to the bank once', async () => {
  const { page } = ada;
  const contested = await openJob(carl, { title: CONTESTED });
  const { id } = await sandbox('disputes', { charge: sql(`SELECT charge_id FROM payment WHERE job_id = '${contested}'`), reason: 'product_not_received' });
  await until('the dossier', () => sql(`SELECT evidence_sent_at IS NOT NULL FROM chargeback WHERE provider_id = '${id}'`) === 't');
  await mailTo(ada.email, /chargeback/i);
  await goTo('/chargebacks', 'Chargebacks');
  await page.getByRole('link', { name: CONTESTED }).first().waitFor();
  await looksRightEverywhere(page, 'admin-chargebacks-open');
  await page.getByRole('link', { name: CONTESTED }).first().click();
  await page.getByText(/^Ordered: Find the lighthouse/).waitFor();
  await looksRightEverywhere(page, 'admin-chargeback');
  await page.getByRole('button', { name: 'Send the evidence' }).click();
  await looksRightEverywhere(page, 'admin-chargeback-send');
  await confirm(page, 'The job is open to testers as it was ordered', 'Send it');
  await until('the bank to have it', () => sql(`SELECT state FROM chargeback WHERE provider_id = '${id}'`) === 'under_review');
  await page.reload();
  await page.getByText('With the bank').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Send the evidence' }).count(), 0);
  await sandbox(`disputes/${id}/close`, { outcome: 'won' });
  await until('the decision', () => sql(`SELECT state FROM chargeback WHERE provider_id = '${id}'`) === 'won');
  await page.reload();
  await page.getByText('Won', { exact: true }).first().waitFor();
  await looksRightEverywhere(page, 'admin-chargeback-won');
});

test('until somebody lets the builder go, nothing new begins, and the pages say so', async () => {
  const project = carl.projectId;
  const job = await api(carl.token, 'POST', '/jobs', { kind: 'simple', project_id: project, title: 'Find the pier', brief: 'Find it and say how.', currency: 'usd', service_type: 'functional_scripted', reward_minor: 3000, seats: 1, steps: [{ text: 'Find it' }] });
  carl.page = await openWindow(browser);
  await logIn(carl);
  await carl.page.goto(`${SITE}/jobs/${job.id}/edit?step=publish`);
  await carl.page.getByRole('button', { name: 'Pay $33.00 and publish' }).click();
  await carl.page.getByText(/frozen/).first().waitFor();
  await looksRightEverywhere(carl.page, 'publish-while-frozen');

  const { page } = ada;
  await goTo(search('/users', carl.email), 'Users');
  await page.getByText('Money frozen').waitFor();
  await page.getByRole('link', { name: 'Carl Customer' }).click();
  await page.getByText('Why frozen').waitFor();
  await looksRightEverywhere(page, 'admin-user-frozen');
  await page.getByRole('button', { name: 'Unfreeze money' }).click();
  await looksRightEverywhere(page, 'admin-unfreeze');
  await confirm(page, 'The bank has decided for us', 'Unfreeze money');
  await page.getByRole('button', { name: 'Freeze money' }).waitFor();
  await api(carl.token, 'POST', `/jobs/${job.id}/publish`);
});

test('the books are compared at once, and agree about all of this', async () => {
  const { page } = ada;
  await goTo('/reconciliations', 'Reconciliation');
  await page.getByRole('button', { name: 'Reconcile now' }).click();
  await confirm(page, 'To be sure after the chargeback', 'Begin');
  const row = page.getByRole('table').getByRole('row').nth(1);
  await row.getByText(/Queued|Under way|agree|difference/).waitFor();
  await row.getByText(/agree|difference/).waitFor();
  await looksRightEverywhere(page, 'admin-reconciled');
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^Comparison of/ }).waitFor();
  await looksRightEverywhere(page, 'admin-reconciliation');
  // The stand-in provider may know other sites' objects, too; ours have to be right.
  const ours = sql(`SELECT string_agg(charge_id, ' ') FROM payment WHERE job_id = '${jobId}' OR builder_id = (SELECT id FROM account WHERE email = '${carl.email}')`).split(' ');
  const words = await page.getByRole('main').innerText();
  for (const charge of ours) assert.ok(!words.includes(charge), `${charge} differs`);
});

test('all of it is in the audit trail', async () => {
  const { page } = ada;
  await goTo('/audit', 'Audit trail');
  await page.getByRole('button', { name: 'Only mine' }).click();
  for (const what of ['Retried a payout', 'Refunded held money', 'Removed a job', 'Sent the evidence of a chargeback', 'Unfroze money', 'Compared the books']) await page.getByText(what, { exact: true }).first().waitFor();
  await looksRightEverywhere(page, 'admin-audit-money');
});
