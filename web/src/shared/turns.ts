// SPDX-License-Identifier: Apache-2.0
// Whose turn it is, as the builder of a job sees it.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';

import type { JobState } from './jobs-query';

export type Turn = { state: State; text: string };

const jobStates: Record<JobState, State> = {
  draft: 'yours',
  pending_payment: 'yours',
  open: 'theirs',
  filled: 'theirs',
  published: 'theirs',
  awarding: 'theirs',
  in_progress: 'theirs',
  in_review: 'yours',
  completed: 'done',
  closed: 'done',
  cancelled: 'waiting',
  expired: 'waiting',
  removed: 'problem',
};

type JobFacts = { state: JobState; to_review?: number; bids_open?: number | null };

/** A job's turn: what waits for a review comes before everything else, then bids. */
export function useJobTurn(): (job: JobFacts) => Turn {
  const { t } = useTranslation('domain');
  return ({ state, to_review = 0, bids_open }) => {
    if (to_review > 0) return { state: 'yours', text: t('turn.review', { count: to_review }) };
    if (bids_open && isBidding(state)) return { state: 'yours', text: t('turn.bids', { count: bids_open }) };
    return { state: jobStates[state], text: t(`jobTurn.${state}`) };
  };
}

/** Is a submission open to its tester: a draft, or sent back for changes? */
export const isOpenWork = ({ state }: Pick<Schema<'Submission'>, 'state'>): boolean => state === 'draft' || state === 'changes_requested';

/** Do testers still bid on a plan in this state? */
export const isBidding = (state: JobState): boolean => state === 'published' || state === 'awarding';

/** Does the money of a job in this state still have to be paid? */
export const isUnpaid = (state: JobState): boolean => state === 'draft' || state === 'pending_payment';

type Assignment = Pick<Schema<'Assignment'>, 'state' | 'claim_expires_at' | 'submissions'>;

type Submission = Schema<'Submission'>;

const byReview = (a: Submission, b: Submission): number => (a.review_due_at ?? '').localeCompare(b.review_due_at ?? '');

/** A seat's turn, and the instant at which it passes on by itself. What waits for a review comes first. */
export function useSeatTurn(): (assignment: Assignment) => Turn & { until: string | null } {
  const { t } = useTranslation('domain');
  const turnOf = useItemTurn();
  return ({ state, claim_expires_at, submissions }) => {
    const waiting = submissions.filter((work) => work.state === 'submitted').toSorted(byReview);
    const [next] = waiting;
    if (next) return { ...turnOf(next), ...(submissions.length > 1 && { text: t('turn.review', { count: waiting.length }) }) };
    const theirs = submissions.find((work) => work.state === 'needs_info' || work.state === 'changes_requested') ?? submissions.find((work) => work.state === 'disputed');
    if (theirs) return turnOf(theirs);
    if (state === 'active') return { state: 'theirs', text: t('seatTurn.testing'), until: claim_expires_at };
    if (state === 'returned' || state === 'lapsed' || state === 'cancelled') return { state: 'waiting', text: t(`seatTurn.${state}`), until: null };
    const [submission] = submissions;
    if (!submission) return { state: 'done', text: t('seatTurn.approved'), until: null };
    const turn = turnOf(submission);
    return state === 'completed' ? { ...turn, until: null } : turn;
  };
}

/** One piece of work, as the builder sees it. */
export function useItemTurn(): (submission: Submission) => Turn & { until: string | null } {
  const { t } = useTranslation('domain');
  const now = useNow();
  return ({ state, review_due_at, changes_due_at, info_due_at, dispute_due_at, paid_minor }) => {
    if (state === 'needs_info') return { state: 'theirs', text: t('seatTurn.question'), until: info_due_at };
    if (state === 'disputed') return { state: 'waiting', text: t('seatTurn.disputed'), until: null };
    if (state === 'decided' || state === 'waived') return { state: 'done', text: t(`seatTurn.${state}`), until: null };
    if (state === 'approved_partial') return { state: 'done', text: t('seatTurn.partly'), until: dispute_due_at !== null && Date.parse(dispute_due_at) > now ? dispute_due_at : null };
    if (state === 'submitted') return { state: 'yours', text: t('seatTurn.submitted'), until: review_due_at };
    if (state === 'changes_requested' || (state === 'draft' && changes_due_at !== null)) return { state: 'theirs', text: t('seatTurn.changes'), until: changes_due_at };
    if (state === 'rejected') return { state: 'problem', text: t('seatTurn.rejected'), until: paid_minor === null ? dispute_due_at : null };
    if (state === 'draft') return { state: 'theirs', text: t('seatTurn.testing'), until: null };
    if (state === 'lapsed') return { state: 'waiting', text: t('seatTurn.lapsed'), until: null };
    return { state: 'done', text: t('seatTurn.approved'), until: null };
  };
}
