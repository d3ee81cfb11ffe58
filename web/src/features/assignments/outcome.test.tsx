// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { dispute } from '@/test/disputes';
import { visit } from '@/test/render';
import { recorded, signIn } from '@/test/session';
import { assignment, submission, typesAnswer } from '@/test/work';

const later = '2126-03-09T12:00:00.000Z';
const SLOW = { timeout: 30_000 };

beforeEach(() => sessionStorage.clear());
afterEach(drop);

/** A tester's seat with one piece of work, handed in. */
function open(work: Partial<Schema<'Submission'>>, seat: Partial<Schema<'Assignment'>> = {}, ...handlers: RequestHandler[]) {
  const shown = { ...assignment(1), tester_id: tester.id, submissions: [{ ...submission(1), ...work }], ...seat };
  signIn(tester, typesAnswer, http.get(at(`/assignments/${shown.id}`), () => HttpResponse.json(shown)), ...handlers);
  return visit(`/assignments/${shown.id}`);
}

describe('a question of the builder', () => {
  it('is answered where the work stands', async () => {
    const { sent, take } = recorded(() => HttpResponse.json(submission(1)));
    open({ state: 'needs_info', info_question: 'Which build was it?', info_due_at: later }, {}, http.post(at(`/submissions/${submission(1).id}/reply`), take));
    expect(await screen.findByText('Which build was it?', {}, SLOW)).toBeTruthy();
    expect(screen.getByText('Your turn: answer a question')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'Build 7.');
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));
    await waitFor(() => expect(sent).toEqual([{ answer: 'Build 7.' }]));
    expect(await screen.findByText('Sent. Ana goes on with the review.')).toBeTruthy();
  });
});

describe('a decision that the tester does not share', () => {
  const rejected = { state: 'rejected', reject_reason: 'out_of_scope', comment: 'Another shop.', dispute_due_at: later, may_dispute: true } as const;

  it('is disputed with a kind and a statement, and leads to the dispute', async () => {
    const { sent, take } = recorded(() => HttpResponse.json(dispute(), { status: 201 }));
    const router = open(rejected, {}, http.post(at(`/submissions/${submission(1).id}/dispute`), take), http.get(at(`/disputes/${dispute().id}`), () => HttpResponse.json(dispute())));
    await userEvent.click(await screen.findByRole('button', { name: 'Dispute the decision' }, SLOW));
    await userEvent.click(screen.getByRole('button', { name: 'Open the dispute' }));
    expect((await screen.findByRole('alert')).textContent).toContain('2 fields need another look');
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: /^What was asked for/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /What you want to be looked at/ }), 'It is the same shop.');
    await userEvent.click(screen.getByRole('button', { name: 'Open the dispute' }));
    await waitFor(() => expect(sent).toEqual([{ kind: 'scope', statement: 'It is the same shop.' }]));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/disputes/${dispute().id}`));
  });

  it('says why a dispute is refused', async () => {
    open(rejected, {}, http.post(at(`/submissions/${submission(1).id}/dispute`), () => problem(409, 'dispute-too-late')));
    await userEvent.click(await screen.findByRole('button', { name: 'Dispute the decision' }, SLOW));
    await userEvent.click(screen.getByRole('radio', { name: /^Evidence/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /What you want to be looked at/ }), 'It is there.');
    await userEvent.click(screen.getByRole('button', { name: 'Open the dispute' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/time/i);
  });

  it('cannot be disputed when the time is over, and says so', async () => {
    open({ ...rejected, dispute_due_at: '2026-03-04T12:00:00.000Z', may_dispute: false, paid_minor: 0 }, { state: 'completed' });
    expect(await screen.findByText(/^The time to dispute this ended on/, {}, SLOW)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Dispute the decision' })).toBeNull();
  });

  it('of a part says what is paid and what is still held', async () => {
    open({ state: 'approved_partial', approved_percent: 60, paid_minor: 1350, dispute_due_at: later, may_dispute: true });
    expect(await screen.findByText('Approved in part (60%): $13.50 is yours', {}, SLOW)).toBeTruthy();
    expect(screen.getByText('$9.00')).toBeTruthy();
    expect(screen.getByText('still held')).toBeTruthy();
  });

  it('leads to the dispute while there is one', async () => {
    open({ state: 'disputed', dispute_id: dispute().id });
    const link = await screen.findByRole('link', { name: 'Go to the dispute' }, SLOW);
    expect(link.getAttribute('href')).toBe(`/disputes/${dispute().id}`);
  });
});

describe('a seat', () => {
  it('that the builder cancelled says what the work begun is paid', async () => {
    open({ state: 'waived', submitted_at: null, comment: 'We moved on.' }, { state: 'cancelled', released_minor: 750 });
    expect(await screen.findByText(/\$7\.50 is yours for the work that you had begun/, {}, SLOW)).toBeTruthy();
    expect(screen.getByText('Cancelled by the builder')).toBeTruthy();
  });
});
