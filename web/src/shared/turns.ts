// SPDX-License-Identifier: Apache-2.0
// Whose turn it is, as the builder of a job sees it.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

import type { JobState } from './jobs-query';

export type Turn = { state: State; text: string };

const jobStates: Record<JobState, State> = {
  draft: 'yours',
  pending_payment: 'yours',
  open: 'theirs',
  filled: 'theirs',
  closed: 'done',
  cancelled: 'waiting',
  expired: 'waiting',
  removed: 'problem',
};

type JobFacts = { state: JobState; to_review?: number };

/** A job's turn: what waits for a review comes before everything else. */
export function useJobTurn(): (job: JobFacts) => Turn {
  const { t } = useTranslation('domain');
  return ({ state, to_review = 0 }) =>
    to_review > 0
      ? { state: 'yours', text: t('turn.review', { count: to_review }) }
      : { state: jobStates[state], text: t(`jobTurn.${state}`) };
}

/** Does the money of a job in this state still have to be paid? */
export const isUnpaid = (state: JobState): boolean => state === 'draft' || state === 'pending_payment';

type Assignment = Pick<Schema<'Assignment'>, 'state' | 'claim_expires_at' | 'submissions'>;

/** A seat's turn, and the instant at which it passes on by itself. */
export function useSeatTurn(): (assignment: Assignment) => Turn & { until: string | null } {
  const { t } = useTranslation('domain');
  return ({ state, claim_expires_at, submissions }) => {
    const [submission] = submissions;
    if (state === 'active') return { state: 'theirs', text: t('seatTurn.testing'), until: claim_expires_at };
    if (state === 'returned' || state === 'lapsed' || state === 'cancelled') {
      return { state: 'waiting', text: t(`seatTurn.${state}`), until: null };
    }
    if (submission?.state === 'submitted') return { state: 'yours', text: t('seatTurn.submitted'), until: submission.review_due_at };
    if (submission?.state === 'rejected') return { state: 'problem', text: t('seatTurn.rejected'), until: state === 'completed' ? null : submission.dispute_due_at };
    return { state: 'done', text: t('seatTurn.approved'), until: null };
  };
}
