// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at } from '@/test/api';
import { revision, tester, thread } from '@/test/bids';
import { visit } from '@/test/render';
import { builder, list, signIn } from '@/test/session';
import { assignment, job, reviewItem, submission } from '@/test/work';

const later = '2126-03-04T12:00:00.000Z';

const testing: Schema<'TesterOverview'> = { active: 1, approved: 2, bids_my_turn: 1, bids_open: 1, currency: 'usd', held_minor: 4900, next_claim_due_at: later, on_the_way_minor: 0, paid_minor: 3700, waiting_review: 1 };
const building: Schema<'BuilderOverview'> = { bids_waiting: 2, currency: 'usd', drafts: 1, held_minor: 9570, next_review_due_at: later, open_jobs: 2, spent_minor: 1650, to_review: 1 };

const myJob = (more: Partial<Schema<'MyJob'>>): Schema<'MyJob'> => ({
  active: 0,
  approved: 0,
  bidding_deadline_at: null,
  bids_open: 0,
  created_at: job.created_at,
  currency: 'usd',
  fee_minor: null,
  id: job.id,
  kind: 'structured',
  next_review_due_at: null,
  opened_at: null,
  payment_id: null,
  project_id: job.project_id,
  reward_minor: null,
  roles: 1,
  seats: 4,
  seats_left: 3,
  seats_taken: 1,
  service_type: null,
  service_types: ['exploratory'],
  state: 'published',
  title: 'Checkout plan',
  to_review: 0,
  total_minor: null,
  ...more,
});

const overview = (sides: Partial<Schema<'Overview'>>) => http.get(at('/me/overview'), () => HttpResponse.json({ builder: null, tester: null, ...sides }));

/** A list that knows states: each state has rows of its own, all of them without one. */
const byState = (path: string, rows: readonly { state: string }[]) =>
  http.get(at(path), ({ request }) => {
    const state = new URL(request.url).searchParams.get('state');
    return list(rows.filter((row) => state === null || row.state === state));
  });

beforeEach(() => localStorage.clear());
afterEach(drop);

describe("the tester's board", () => {
  const seat: Schema<'Assignment'> = {
    ...assignment(1),
    state: 'active',
    job_title: 'Checkout plan',
    claim_expires_at: later,
    submissions: [
      { ...submission(1), title: 'Gift card', review_due_at: later, reward_minor: 1800 },
      { ...submission(2), title: 'Search', state: 'draft', submitted_at: null, reward_minor: 2300 },
    ],
  };

  it('shows a seat on both sides once some of its items are handed in', async () => {
    signIn(tester, overview({ tester: testing }), byState('/me/assignments', [seat]));
    visit('/board');
    const mine = within(await screen.findByRole('table', { name: 'Waits for you' }, { timeout: 30_000 }));
    expect(mine.getByText('Your turn: hand in')).toBeTruthy();
    expect(mine.getByText('$41.00')).toBeTruthy();
    const theirs = within(await screen.findByRole('table', { name: 'Waits for the builder' }));
    expect(theirs.getByText('The builder is reviewing')).toBeTruthy();
    expect(theirs.getByText('$18.00')).toBeTruthy();
  });

  it('shows bids that wait for the tester, invitations, the money, and what is finished', async () => {
    const done = { ...assignment(3), state: 'completed' as const, job_title: 'Send money', released_minor: 2200, submissions: [{ ...submission(3), state: 'approved' as const, paid_minor: 2200 }] };
    const bid = thread([revision(1, 'tester', [2000, 2500]), revision(2, 'builder', [1500, 2000])], { state: 'countered_by_builder', turn: 'tester' });
    signIn(
      tester,
      overview({ tester: testing }),
      byState('/me/assignments', [done]),
      http.get(at('/me/bids'), () => list([bid])),
      http.get(at('/me/invitations'), () => list([{ job_id: job.id, job_title: job.title, role_id: bid.role_id, role_name: 'Shopper', builder_name: 'Ana', message: '', budget_low_minor: null, budget_high_minor: null, currency: 'usd', deadline_at: null, created_at: job.created_at }])),
    );
    visit('/board');
    const bids = within(await screen.findByRole('table', { name: 'Your bids' }, { timeout: 30_000 }));
    expect(bids.getByText('Your turn: answer the counter-offer')).toBeTruthy();
    expect(screen.getByRole('link', { name: '1 invitation' }).getAttribute('href')).toBe('/invitations');
    expect(screen.getByRole('link', { name: 'All bids, 1 open' })).toBeTruthy();
    expect(within(await screen.findByRole('table', { name: 'Finished' })).getByText('$22.00')).toBeTruthy();
    expect(screen.getByText('$37.00')).toBeTruthy();
  });

  it('leads someone new to the first reward', async () => {
    signIn({ ...tester, payout_state: 'none' }, overview({ tester: { ...testing, active: 0, approved: 0, waiting_review: 0 } }));
    visit('/board');
    expect(await screen.findByText('Your first reward', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getAllByText('Set up payouts').length).toBeGreaterThan(0);
  });
});

describe("the builder's board", () => {
  it('shows reviews first, then bids, figures and jobs by state', async () => {
    const jobs = [myJob({ bids_open: 2, bidding_deadline_at: later }), myJob({ id: submission(9).id, title: 'Not begun', state: 'draft', seats: 0 })];
    signIn(builder, overview({ builder: building }), byState('/me/jobs', jobs), http.get(at('/me/reviews'), () => list([reviewItem(1)])));
    visit('/board');
    const waiting = within(await screen.findByRole('table', { name: 'Waiting for review' }, { timeout: 30_000 }));
    expect(waiting.getByRole('link', { name: new RegExp(job.title) }).getAttribute('href')).toBe(`/submissions/${submission(1).id}/review`);
    expect((await screen.findAllByText('2 open bids')).length).toBeGreaterThan(0);
    expect(screen.getByText('$95.70')).toBeTruthy();
    const draft = await screen.findByRole('link', { name: 'Not begun' });
    expect(draft.getAttribute('href')).toBe(`/jobs/${submission(9).id}/edit`);
    // How much of a draft is approved is no question yet.
    expect(within(draft.closest('tr') ?? document.body).getByText('–')).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: /Drafts/ }));
    expect(await screen.findByRole('link', { name: 'Not begun' })).toBeTruthy();
  });

  it('leads someone new to the first test', async () => {
    signIn(builder, overview({ builder: { ...building, drafts: 0, open_jobs: 0, to_review: 0, held_minor: 0, spent_minor: 0, bids_waiting: 0 } }));
    visit('/board');
    expect(await screen.findByText('Your first test', {}, { timeout: 30_000 })).toBeTruthy();
  });

  it('and the tester\'s are two sides of one board for who is both', async () => {
    signIn({ ...builder, roles: ['builder', 'tester'], payout_state: 'active' }, overview({ builder: building, tester: testing }));
    const router = visit('/board');
    await userEvent.click(await screen.findByRole('tab', { name: /tester/i }, { timeout: 30_000 }));
    expect(router.state.location.search).toBe('?as=tester');
    expect(await screen.findByText('Waits for the builder', {}, { timeout: 30_000 })).toBeTruthy();
  });
});
