// SPDX-License-Identifier: Apache-2.0
// Work that is there before a journey begins: jobs and seats made and paid for without a
// browser, and reports handed in.
import { api, sandbox, sql, until } from './world.mjs';

const environment = { os: 'Linux', browser: 'Firefox' };

/** A simple job that takes testers, at $30 for each seat unless said otherwise. Returns its id. */
export async function openJob(builder, { title, seats = 1, reward = 3000 }) {
  const job = await api(builder.token, 'POST', '/jobs', {
    kind: 'simple', project_id: await projectOf(builder), title, brief: 'Borrow one book, bring it back, and say what you saw.', currency: 'usd',
    service_type: 'functional_scripted', reward_minor: reward, seats, steps: [{ text: 'Borrow a book' }], on_rejection: 'refund',
  });
  await pay((await api(builder.token, 'POST', `/jobs/${job.id}/publish`)).payment);
  await until('the job to open', async () => (await api(builder.token, 'GET', `/jobs/${job.id}`)).state === 'open');
  return job.id;
}

/** A seat of a plan, bid for, accepted and paid. An item is its title, its amount and what else createJob takes. */
export async function takenPlan(builder, tester, { title, items }) {
  const made = await api(builder.token, 'POST', '/jobs', {
    kind: 'structured', project_id: await projectOf(builder), title, brief: 'The shelves are new. Find what gets lost.', currency: 'usd',
    roles: [{ name: 'Reader', seats: 1, items: items.map(({ amount: _, ...item }) => ({ service_type: 'exploratory', instructions: 'Half an hour at the shelves.', details: { charter: 'Find what loses books.', minutes: 30 }, ...item })) }],
  });
  const { job } = await api(builder.token, 'POST', `/jobs/${made.id}/publish`);
  const [role] = job.roles;
  const bid = await api(tester.token, 'POST', `/jobs/${job.id}/bids`, { role_id: role.id, days: 5, items: role.items.map(({ id }, at) => ({ item_id: id, amount_minor: items[at].amount })) });
  await pay((await api(builder.token, 'POST', `/bids/${bid.id}/accept`, { revision: bid.revision })).payment);
  const id = await until('the seat', async () => (await api(builder.token, 'GET', `/bids/${bid.id}`)).assignment_id);
  return { jobId: job.id, seat: await api(tester.token, 'GET', `/assignments/${id}`) };
}

async function projectOf(builder) {
  builder.projectId ??= (await api(builder.token, 'POST', '/projects', { name: 'Harbour Library', url: 'https://library.example' })).id;
  return builder.projectId;
}

async function pay({ id }) {
  const session = await until("the provider's page", () => sql(`SELECT checkout_session_id FROM payment WHERE id = '${id}'`));
  await sandbox(`checkout/${session}/pay`, { card: '4242424242424242' });
}

/** Write the report of a simple job's seat and hand it in. */
export async function handIn(tester, seat) {
  const [{ id }] = seat.submissions;
  await api(tester.token, 'PUT', `/submissions/${id}`, {
    summary: 'The book can be borrowed, and bringing it back works.', environment,
    report: { steps: [{ number: 1, verdict: 'pass' }], verdict: 'pass' },
  });
  await api(tester.token, 'POST', `/submissions/${id}/submit`);
  return id;
}

/** The same for an item of a plan, with a finding. */
export async function handInFinding(tester, { id }, severity) {
  await api(tester.token, 'PUT', `/submissions/${id}`, {
    summary: 'Books that are brought back do not all come to the shelf.', environment,
    report: { areas_covered: ['Shelves'], notes: 'I went from the desk to the shelves and back, with one book and with many. '.repeat(6), marks: [1, 2, 3].map((minute) => ({ minute, note: 'Looking for it' })) },
  });
  await api(tester.token, 'POST', `/submissions/${id}/findings`, {
    title: 'A book that is brought back is still on loan the next day', kind: 'functional', severity, steps: ['Bring a book back', 'Look at the list'],
    expected: 'It can be borrowed again.', actual: 'It is on loan.', reproducibility: 'always',
  });
  await api(tester.token, 'POST', `/submissions/${id}/submit`);
}

/** What of a seat's money is where. */
export async function moneyOf(builder, { id }) {
  const { held_minor: held, released_minor: released, refunded_minor: refunded } = await api(builder.token, 'GET', `/assignments/${id}`);
  return { held, released, refunded };
}
