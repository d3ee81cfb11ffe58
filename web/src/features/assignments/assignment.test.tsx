// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { visit } from '@/test/render';
import { recorded, signIn } from '@/test/session';
import { assignment, submission, typesAnswer } from '@/test/work';

import { PAUSE_MS } from './draft-saver';

const due = '2126-03-09T12:00:00.000Z';
const draft: Schema<'Submission'> = { ...submission(1), state: 'draft', item_id: submission(9).id, title: 'Gift card', submitted_at: null, opened_at: null, review_due_at: null };
const waiting: Schema<'Submission'> = { ...submission(2), item_id: submission(8).id, title: 'Search', position: 2, review_due_at: due };
const seat: Schema<'Assignment'> = { ...assignment(1), tester_id: tester.id, state: 'active', claim_expires_at: due, job_title: 'Checkout plan', submissions: [draft, waiting] };

beforeEach(() => sessionStorage.clear());
afterEach(drop);

type Saved = { summary: string; environment: Record<string, string> };

/** A seat whose first item is at work; keeps what is saved of it. */
function open(first: Schema<'Submission'>, lacks: readonly Schema<'Lack'>[] = []) {
  const saved: Saved[] = [];
  const handedIn = recorded(() => HttpResponse.json({ ...first, state: 'submitted' }));
  let version = 1;
  const answer = (more: object = {}) => HttpResponse.json({ ...first, ...more }, { headers: { ETag: `"${version}"` } });
  signIn(
    tester,
    typesAnswer,
    http.get(at(`/assignments/${seat.id}`), () => HttpResponse.json({ ...seat, submissions: [first, waiting] })),
    http.get(at(`/submissions/${first.id}`), () => answer()),
    http.get(at(`/submissions/${first.id}/missing`), () => HttpResponse.json({ missing: lacks })),
    http.put(at(`/submissions/${first.id}`), async ({ request }) => {
      if (request.headers.get('if-match') !== `"${version}"`) return problem(412, 'precondition-failed');
      const body = (await request.json()) as Saved;
      saved.push(body);
      version += 1;
      return answer(body);
    }),
    http.post(at(`/submissions/${first.id}/submit`), handedIn.take),
  );
  return { saved, handedIn: handedIn.sent, router: visit(`/assignments/${seat.id}`) };
}

describe('a seat with several items', () => {
  it('opens at the item to go on with, and saves it as it is typed', async () => {
    const { saved } = open(draft);
    const summary = await screen.findByRole('textbox', { name: /result in a few sentences/ }, { timeout: 30_000 });
    expect(screen.getByText('1 of 2 handed in')).toBeTruthy();
    await userEvent.type(summary, ' and more');
    await waitFor(() => expect(saved.at(-1)?.summary).toBe('Summary 1 and more'), { timeout: 30_000 });
  });

  it('begins with the first thing typed, and what was read from the browser goes along', async () => {
    const untouched = { ...draft, summary: '', environment: {}, report: {} as typeof draft.report, evidence: [] };
    const { saved } = open(untouched);
    const summary = await screen.findByRole('textbox', { name: /result in a few sentences/ }, { timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 2 * PAUSE_MS));
    expect(saved).toEqual([]);
    await userEvent.type(summary, 'It works');
    await waitFor(() => expect(saved.at(-1)?.summary).toBe('It works'), { timeout: 30_000 });
    expect(saved.at(-1)?.environment['time_zone']).toBeTruthy();
  });

  it('is handed in item by item, after saying what that means', async () => {
    const { handedIn } = open(draft);
    const bar = await screen.findByRole('button', { name: 'Hand in' }, { timeout: 30_000 });
    await waitFor(() => expect(bar.getAttribute('aria-disabled')).toBe('false'));
    await userEvent.click(bar);
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand in your work' }, { timeout: 30_000 }));
    expect(dialog.getByText(/has 7 days to review it.*\$22\.50 is paid out to you/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Hand in' }));
    await waitFor(() => expect(handedIn).toHaveLength(1));
    expect(await screen.findByText('Handed in. Ana has been told.')).toBeTruthy();
  });

  it('names how much is missing instead of handing in', async () => {
    open(draft, [
      { pointer: '/summary', code: 'too-short' },
      { pointer: '/report/verdict', code: 'required' },
    ]);
    expect(await screen.findByRole('button', { name: '2 things are missing' }, { timeout: 30_000 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Hand in' })).toBeNull();
  });

  it('shows what was asked for when an item came back, and until when', async () => {
    open({ ...draft, state: 'changes_requested', comment: 'A picture of step 3, please.', changes_due_at: due });
    expect(await screen.findByText('A picture of step 3, please.', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByText('Ana asks for changes')).toBeTruthy();
  });

  it('shows another item by its address, as it was handed in', async () => {
    const { router } = open(draft);
    await router.navigate(`/assignments/${seat.id}?item=${waiting.id}`);
    expect(await screen.findByText('Summary 2', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Hand in' })).toBeNull();
  });

  it("is its tester's: the job's owner is led to the job", async () => {
    signIn({ ...tester, roles: ['builder'], id: submission(7).id }, http.get(at(`/assignments/${seat.id}`), () => HttpResponse.json(seat)), http.get(at(`/jobs/${seat.job_id}`), () => problem(404, 'not-found')));
    const router = visit(`/assignments/${seat.id}`);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/jobs/${seat.job_id}`), { timeout: 30_000 });
  });
});
