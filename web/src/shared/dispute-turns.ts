// SPDX-License-Identifier: Apache-2.0
// Whose turn it is in a dispute, until when, and what money hangs on it.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import { percent } from '@/lib/format';

import type { DisputeLine } from './disputes-query';

export type DisputeFacts = {
  turn: { state: State; text: string };
  until: string | null;
  money: { minor: number; currency: string; meaning: string };
};

export function useDisputeFacts(): (dispute: DisputeLine) => DisputeFacts {
  const { t } = useTranslation('disputes');
  const turnOf = useDisputeTurn();
  return (dispute) => {
    const { state, awarded_minor, at_stake_minor, currency, due_at } = dispute;
    const money = state === 'closed' ? { minor: awarded_minor ?? 0, currency, meaning: t('money.awarded') } : { minor: at_stake_minor, currency, meaning: t('money.atStake') };
    return { turn: turnOf(dispute), until: due_at, money };
  };
}

export function useDisputeTurn(): (dispute: DisputeLine) => DisputeFacts['turn'] {
  const { t } = useTranslation('disputes');
  return ({ state, your_side, opened_by, may_answer, may_accept, may_appeal, tester_percent, tester_name, builder_name }) => {
    if (state === 'closed') return { state: 'done', text: t('turn.closed', { percent: percent((tester_percent ?? 0) * 100) }) };
    if (state === 'open' && may_answer) return { state: 'yours', text: t('turn.answer') };
    if (state === 'open') return { state: 'theirs', text: t('turn.theirAnswer', { name: opened_by === 'tester' ? builder_name : tester_name }) };
    if (state === 'decided' && (may_accept || may_appeal)) return { state: 'yours', text: t('turn.accept') };
    if (state === 'decided') return { state: 'theirs', text: t('turn.theirAccept') };
    return { state: your_side === null ? 'yours' : 'waiting', text: t(`turn.${state}`) };
  };
}
