// SPDX-License-Identifier: Apache-2.0
// Whose turn it is, until when, and what money is at stake, as the tester sees a seat.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';

import type { Assignment } from './assignments-query';

export type WorkFacts = {
  turn: { state: State; text: string };
  until: string | null;
  money: { minor: number; currency: string; meaning: string } | null;
};

export function useWorkFacts(): (assignment: Assignment) => WorkFacts {
  const { t } = useTranslation('work');
  return (assignment) => {
    const { state, claim_expires_at, reward_minor, released_minor, currency, submissions } = assignment;
    const [work] = submissions;
    const held = { minor: reward_minor, currency, meaning: t('money.held') };
    if (state === 'active') return { turn: { state: 'yours', text: t('turn.active') }, until: claim_expires_at, money: held };
    if (work?.state === 'submitted') {
      const text = t(work.opened_at === null ? 'turn.submitted' : 'turn.opened');
      return { turn: { state: 'theirs', text }, until: work.review_due_at, money: held };
    }
    if (work?.state === 'rejected') {
      const isOpen = state === 'delivered';
      return { turn: { state: 'problem', text: t('turn.rejected') }, until: isOpen ? work.dispute_due_at : null, money: isOpen ? { ...held, meaning: t('money.stillHeld') } : null };
    }
    if (work?.state === 'approved') {
      return { turn: { state: 'done', text: t('turn.approved') }, until: null, money: { minor: released_minor, currency, meaning: t('money.yours') } };
    }
    return { turn: { state: state === 'lapsed' ? 'problem' : 'waiting', text: t(state === 'lapsed' ? 'turn.lapsed' : 'turn.ended') }, until: null, money: null };
  };
}
