// SPDX-License-Identifier: Apache-2.0
// Whose turn it is, until when, and what money is at stake, as the tester sees a seat and each piece
// of its work.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

import type { Assignment } from './assignments-query';
import { isOpenWork } from './turns';

type Submission = Schema<'Submission'>;

export type WorkFacts = {
  turn: { state: State; text: string };
  until: string | null;
  money: { minor: number; currency: string; meaning: string } | null;
};

/** A seat as a whole. One with several items is as far as the one that asks for most attention. */
export function useWorkFacts(): (assignment: Assignment) => WorkFacts {
  const { t } = useTranslation('work');
  const factsOf = useItemFacts();
  return (assignment) => {
    const { state, currency, released_minor, submissions } = assignment;
    const work = mostPressing(submissions);
    const released = released_minor > 0 ? { minor: released_minor, currency, meaning: t('money.yours') } : null;
    if (state === 'cancelled') return { turn: { state: 'waiting', text: t('turn.cancelled') }, until: null, money: released };
    if (state === 'lapsed' || state === 'returned' || !work) {
      return { turn: { state: state === 'lapsed' ? 'problem' : 'waiting', text: t(state === 'lapsed' ? 'turn.lapsed' : 'turn.ended') }, until: null, money: null };
    }
    const { turn, until } = factsOf(work, assignment);
    if (state === 'completed' && released) return { turn: submissions.length > 1 ? { state: 'done', text: t('turn.done') } : turn, until: null, money: released };
    if (state === 'completed') return { turn, until: null, money: null };
    return { turn, until, money: { minor: stillHeld(submissions), currency, meaning: t(isContested(work) ? 'money.stillHeld' : 'money.held') } };
  };
}

/** One piece of work. */
export function useItemFacts(): (submission: Submission, assignment: Pick<Assignment, 'state' | 'claim_expires_at' | 'currency'>) => WorkFacts {
  const { t } = useTranslation('work');
  return (work, { state, claim_expires_at, currency }) => {
    const { reward_minor, paid_minor } = work;
    const held = { minor: reward_minor, currency, meaning: t('money.held') };
    const stillHeld = { minor: unpaidOf(work), currency, meaning: t('money.stillHeld') };
    const yours = { minor: paid_minor ?? reward_minor, currency, meaning: t('money.yours') };
    if (work.state === 'needs_info') return { turn: { state: 'yours', text: t('turn.question') }, until: work.info_due_at, money: held };
    if (work.state === 'changes_requested') return { turn: { state: 'yours', text: t('turn.changes') }, until: work.changes_due_at, money: held };
    if (work.state === 'draft') return { turn: { state: 'yours', text: t('turn.active') }, until: work.changes_due_at ?? claim_expires_at, money: held };
    if (work.state === 'submitted') return { turn: { state: 'theirs', text: t(work.opened_at === null ? 'turn.submitted' : 'turn.opened') }, until: work.review_due_at, money: held };
    if (work.state === 'approved' || work.state === 'waived') return { turn: { state: 'done', text: t(`turn.${work.state}`) }, until: work.may_dispute ? work.dispute_due_at : null, money: yours };
    if (work.state === 'approved_partial') return { turn: { state: 'done', text: t('turn.partly') }, until: work.may_dispute ? work.dispute_due_at : null, money: yours };
    if (work.state === 'disputed') return { turn: { state: 'waiting', text: t('turn.disputed') }, until: null, money: stillHeld };
    if (work.state === 'decided') return { turn: { state: 'done', text: t('turn.decided') }, until: null, money: paid_minor === 0 ? null : yours };
    if (work.state === 'rejected') {
      const isOpen = work.dispute_due_at !== null && work.paid_minor === null && state !== 'completed';
      return { turn: { state: 'problem', text: t('turn.rejected') }, until: isOpen ? work.dispute_due_at : null, money: isOpen ? stillHeld : null };
    }
    return { turn: { state: 'problem', text: t('turn.lapsed') }, until: null, money: null };
  };
}

/** What is still open to the tester, what waits for an answer, and only then what is over. */
const urgency: readonly Submission['state'][] = ['needs_info', 'changes_requested', 'draft', 'submitted', 'disputed', 'rejected', 'approved_partial', 'approved', 'decided', 'waived', 'lapsed'];

const mostPressing = (submissions: readonly Submission[]): Submission | undefined =>
  submissions.toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || a.position - b.position)[0];

const undecided: readonly Submission['state'][] = ['draft', 'changes_requested', 'submitted', 'needs_info', 'rejected', 'disputed'];

const isContested = ({ state, may_dispute }: Submission): boolean => state === 'rejected' || state === 'disputed' || may_dispute;

/** What of the reward has not been granted yet. */
const unpaidOf = ({ reward_minor, paid_minor }: Submission): number => Math.max(0, reward_minor - (paid_minor ?? 0));

/** The rewards that are neither paid nor gone. */
const stillHeld = (submissions: readonly Submission[]): number => submissions.reduce((sum, work) => sum + (undecided.includes(work.state) || work.may_dispute ? unpaidOf(work) : 0), 0);

/** The piece of work to go on with: sent back before drafts, in their order. */
export const nextWork = (submissions: readonly Submission[]): Submission | undefined => mostPressing(submissions.filter(isOpenWork));
