// SPDX-License-Identifier: Apache-2.0
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { assignment, submission } from '@/test/work';

import { nextWork, useItemFacts, useWorkFacts } from './tester-turns';

type Submission = Schema<'Submission'>;
type Assignment = Schema<'Assignment'>;

const due = '2026-03-09T12:00:00.000Z';
const piece = (number: number, more: Partial<Submission>): Submission => ({ ...submission(number), position: number, reward_minor: 1000 * number, opened_at: null, ...more });
const seat = (submissions: Submission[], more: Partial<Assignment> = {}): Assignment => ({ ...assignment(1), state: 'active', submissions, ...more });

const draft = piece(1, { state: 'draft' });
const handedIn = piece(2, { state: 'submitted' });
const sentBack = piece(3, { state: 'changes_requested', changes_due_at: due });
const rejected = piece(1, { state: 'rejected', dispute_due_at: due });

describe("a tester's piece of work", () => {
  const factsOf = (work: Submission, state: Assignment['state'] = 'active') => {
    const { turn, until, money } = renderHook(() => useItemFacts()).result.current(work, seat([work], { state }));
    return [turn.state, turn.text, until, money && `${money.minor} ${money.meaning}`];
  };

  it.each<[string, Submission, Assignment['state'], ReturnType<typeof factsOf>]>([
    ['to hand in', draft, 'active', ['yours', 'Your turn: hand in', assignment(1).claim_expires_at, '1000 held for you']],
    ['to hand in again', { ...draft, changes_due_at: due }, 'active', ['yours', 'Your turn: hand in', due, '1000 held for you']],
    ['sent back', sentBack, 'active', ['yours', 'Your turn: make the changes', due, '3000 held for you']],
    ['handed in', handedIn, 'active', ['theirs', 'Waiting for the builder', handedIn.review_due_at, '2000 held for you']],
    ['opened', { ...handedIn, opened_at: due }, 'active', ['theirs', 'The builder is reviewing', handedIn.review_due_at, '2000 held for you']],
    ['approved with a bonus', piece(1, { state: 'approved', paid_minor: 1200 }), 'delivered', ['done', 'Approved', null, '1200 yours']],
    ['rejected', rejected, 'delivered', ['problem', 'Rejected', due, '1000 still held']],
    ['rejected for good', rejected, 'completed', ['problem', 'Rejected', null, null]],
    ['asked about', piece(1, { state: 'needs_info', info_due_at: due }), 'delivered', ['yours', 'Your turn: answer a question', due, '1000 held for you']],
    ['approved in part', piece(1, { state: 'approved_partial', paid_minor: 600, dispute_due_at: due, may_dispute: true }), 'delivered', ['done', 'Approved in part', due, '600 yours']],
    ['in dispute', piece(1, { state: 'disputed', paid_minor: 600 }), 'delivered', ['waiting', 'In dispute', null, '400 still held']],
    ['decided with nothing', piece(1, { state: 'decided', paid_minor: 0 }), 'completed', ['done', 'Dispute decided', null, null]],
    ['dropped', piece(1, { state: 'waived', paid_minor: 1000 }), 'completed', ['done', 'No longer needed, paid', null, '1000 yours']],
    ['too late', piece(1, { state: 'lapsed' }), 'active', ['problem', 'Time ran out', null, null]],
  ])('%s', (_name, work, state, facts) => expect(factsOf(work, state)).toEqual(facts));
});

describe("a tester's seat", () => {
  const factsOf = (work: Assignment) => {
    const { turn, until, money } = renderHook(() => useWorkFacts()).result.current(work);
    return [turn.state, turn.text, until, money && `${money.minor} ${money.meaning}`];
  };

  it.each<[string, Assignment, ReturnType<typeof factsOf>]>([
    ['is as far as the item that presses most', seat([draft, handedIn, sentBack]), ['yours', 'Your turn: make the changes', due, '6000 held for you']],
    ['waits once everything is handed in', seat([handedIn], { state: 'delivered' }), ['theirs', 'Waiting for the builder', handedIn.review_due_at, '2000 held for you']],
    ['holds only what is neither paid nor gone', seat([handedIn, piece(4, { state: 'approved', paid_minor: 4000 })]), ['theirs', 'Waiting for the builder', handedIn.review_due_at, '2000 held for you']],
    ['of several items is settled', seat([piece(1, { state: 'approved' }), rejected], { state: 'completed', released_minor: 1000 }), ['done', 'Settled', null, '1000 yours']],
    ['of one item is approved', seat([piece(1, { state: 'approved' })], { state: 'completed', released_minor: 1000 }), ['done', 'Approved', null, '1000 yours']],
    ['that earned nothing has no money', seat([rejected], { state: 'completed' }), ['problem', 'Rejected', null, null]],
    ['that ran out', seat([draft], { state: 'lapsed' }), ['problem', 'Time ran out', null, null]],
    ['that the builder cancelled', seat([draft], { state: 'cancelled', released_minor: 250 }), ['waiting', 'Cancelled by the builder', null, '250 yours']],
    ['with a question in it', seat([draft, piece(5, { state: 'needs_info', info_due_at: due })]), ['yours', 'Your turn: answer a question', due, '6000 held for you']],
    ['that was given back', seat([draft], { state: 'returned' }), ['waiting', 'Seat given back', null, null]],
  ])('%s', (_name, work, facts) => expect(factsOf(work)).toEqual(facts));

  it('goes on with what was sent back, then with drafts in their order', () => {
    expect(nextWork([draft, handedIn, sentBack])).toBe(sentBack);
    expect(nextWork([handedIn, piece(5, { state: 'draft' }), draft])).toBe(draft);
    expect(nextWork([handedIn])).toBeUndefined();
  });
});
