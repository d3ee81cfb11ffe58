// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { plan } from '@/test/bids';
import { visit } from '@/test/render';
import { builder, list, recorded, signIn } from '@/test/session';
import { assignment, job, submission } from '@/test/work';

const later = '2126-03-04T12:00:00.000Z';
const event = (number: number, more: Partial<Schema<'Event'>>): Schema<'Event'> => ({
  id: `0190a000-0000-7000-8000-0000000008${String(number).padStart(2, '0')}`,
  kind: 'bid_submitted',
  submission_id: null,
  actor_kind: 'tester',
  actor_name: 'Tess',
  from_state: null,
  to_state: null,
  amount_minor: null,
  currency: null,
  note: null,
  created_at: plan.created_at,
  ...more,
});

const owned: Schema<'Job'> = { ...plan, mine: true, bids_open: 2, seats_taken: 1, seats_left: 1, state: 'awarding', roles: plan.roles.map((role) => ({ ...role, seats_taken: 1, seats_left: 1 })) };
const seat: Schema<'Assignment'> = { ...assignment(1), job_id: plan.id, role_name: 'Shopper', submissions: [{ ...submission(1), review_due_at: later }] };

afterEach(drop);

function open(shown: Schema<'Job'>, seats: readonly Schema<'Assignment'>[], events: readonly Schema<'Event'>[], ...handlers: RequestHandler[]) {
  signIn(
    builder,
    http.get(at(`/jobs/${shown.id}`), () => HttpResponse.json(shown)),
    http.get(at(`/jobs/${shown.id}/assignments`), () => list(seats)),
    http.get(at(`/jobs/${shown.id}/events`), () => list(events)),
    ...handlers,
  );
  return visit(`/jobs/${shown.id}`);
}

const choose = async (item: string) => {
  await userEvent.click(await screen.findByRole('button', { name: 'More for this job' }, { timeout: 30_000 }));
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
};

describe('a plan, as its owner sees it', () => {
  it('leads to the review that waits, and shows roles, seats and money', async () => {
    open(owned, [seat], []);
    await screen.findAllByText('1 of 2 taken', {}, { timeout: 30_000 });
    const review = await within(screen.getByRole('main')).findByRole('link', { name: 'Review' });
    expect(review.getAttribute('href')).toBe(`/submissions/${submission(1).id}/review`);
    expect(screen.getAllByText('1 of 2 taken').length).toBeGreaterThan(0);
    expect(screen.getAllByText('$24.75').length).toBeGreaterThan(0);
  });

  it('leads to the bids while nothing waits for a review', async () => {
    open(owned, [], []);
    const bids = await screen.findByRole('link', { name: 'Look at 2 bids' }, { timeout: 30_000 });
    expect(bids.getAttribute('href')).toBe(`/jobs/${plan.id}/bids`);
  });

  it('closes bidding after saying what that does', async () => {
    const { sent, take } = recorded(() => HttpResponse.json({ ...owned, state: 'in_progress' }));
    open(owned, [seat], [], http.post(at(`/jobs/${plan.id}/close-bidding`), take));
    await screen.findAllByText('$24.75', {}, { timeout: 30_000 });
    await choose('Close bidding');
    const dialog = within(screen.getByRole('dialog', { name: 'Close bidding?' }));
    expect(dialog.getByText('2 open bids end, and their testers are told.')).toBeTruthy();
    expect(dialog.getByText('1 tester at work goes on; nothing changes for them.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Close bidding' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(await screen.findByText('Bidding is closed. The work goes on.')).toBeTruthy();
  });

  it('is cancelled only when asked twice, and says why when it cannot be', async () => {
    open({ ...owned, seats_taken: 0 }, [], [], http.post(at(`/jobs/${plan.id}/cancel`), () => problem(409, 'bid-being-paid')));
    await choose('Cancel job');
    const dialog = within(screen.getByRole('dialog', { name: 'Cancel this plan?' }));
    expect(dialog.getByText('Nobody is at work, so the plan is cancelled. Nothing was charged.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel the plan' }));
    expect(await dialog.findByText(/A bid on this plan is being paid right now/)).toBeTruthy();
  });

  it('tells its past once, newest first, and the far past on demand', async () => {
    const bids = Array.from({ length: 12 }, (_, number) => event(number, { actor_name: `Tester ${number}`, amount_minor: 2000, currency: 'usd' }));
    const paid = [
      event(20, { kind: 'payment_succeeded', actor_kind: 'gateway', actor_name: null, amount_minor: 7590, currency: 'usd' }),
      event(21, { kind: 'bid_paid', actor_kind: 'gateway', actor_name: null, amount_minor: 4900, currency: 'usd' }),
      event(22, { kind: 'started', actor_kind: 'gateway', actor_name: null, amount_minor: 7590, currency: 'usd' }),
      event(23, { kind: 'awarding', actor_kind: 'system', actor_name: null }),
    ];
    open(owned, [], [...bids, ...paid]);
    expect(await screen.findByText('The first role is full', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByText('The payment arrived')).toBeTruthy();
    expect(screen.queryByText('The payment arrived, and the work began')).toBeNull();
    expect(screen.getAllByText(/\$75\.90/)).toHaveLength(1);
    expect(screen.queryByText('Tester 0 made a bid')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '7 more from before' }));
    expect(screen.getByText('Tester 0 made a bid')).toBeTruthy();
  });
});

describe('a simple job, as its owner sees it', () => {
  it('shows its seats, the work on them, and the money', async () => {
    const running: Schema<'Job'> = { ...job, state: 'open', seats_taken: 1, seats_left: 1, opened_at: job.created_at };
    open(running, [{ ...assignment(1), submissions: [{ ...submission(1), review_due_at: later }] }], [event(1, { kind: 'claimed' })]);
    expect(await screen.findByText('Tester 1', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByText('Tess claimed a seat')).toBeTruthy();
    expect(screen.getAllByRole('link').some((link) => link.getAttribute('href') === `/submissions/${submission(1).id}/review`)).toBe(true);
  });

  it('ends a seat after saying what the work begun costs, and does without an item', async () => {
    const running: Schema<'Job'> = { ...job, state: 'open', seats_taken: 1, seats_left: 1, opened_at: job.created_at };
    const { sent, take } = recorded(() => HttpResponse.json(assignment(1)));
    const begun: Schema<'Assignment'> = { ...assignment(1), state: 'active', submissions: [], compensation_minor: 750, awaited: [{ id: submission(1).id, title: 'Search', position: 1, required: true, state: 'draft', reward_minor: 1800 }] };
    open(running, [begun], [], http.post(at(`/assignments/${begun.id}/cancel`), take));
    await userEvent.click(await screen.findByRole('button', { name: 'More for the seat of Tester 1' }, { timeout: 30_000 }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Do without “Search”' }));
    const waive = within(screen.getByRole('dialog', { name: 'Do without “Search”?' }));
    expect(waive.getByRole('button', { name: 'Pay $18.00 and drop it' })).toBeTruthy();
    await userEvent.click(waive.getByRole('button', { name: 'Keep it' }));
    await userEvent.click(screen.getByRole('button', { name: 'More for the seat of Tester 1' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Cancel this seat' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Cancel the seat of Tester 1?' }));
    expect(dialog.getByText(/has begun to work and gets \$7\.50/)).toBeTruthy();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why, for the tester' }), 'We moved to another shop.');
    await userEvent.click(dialog.getByRole('button', { name: 'Pay $7.50 and cancel' }));
    await waitFor(() => expect(sent).toEqual([{ comment: 'We moved to another shop.' }]));
  });
});
