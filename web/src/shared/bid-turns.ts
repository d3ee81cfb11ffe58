// SPDX-License-Identifier: Apache-2.0
// Whose turn it is in a thread of offers, until when, and what money is on the table.
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';

import type { Bid, Side } from './bids-query';

export type BidFacts = {
  turn: { state: State; text: string };
  until: string | null;
  money: { minor: number; currency: string; meaning: string };
};

const ends = { accepted: 'done', rejected: 'problem', withdrawn: 'waiting', expired: 'waiting', superseded: 'waiting' } as const satisfies Partial<Record<Bid['state'], State>>;

const isEnd = (state: Bid['state']): state is keyof typeof ends => state in ends;

type Facts = Pick<Bid, 'state' | 'turn' | 'turn_expires_at' | 'net_minor' | 'charge_minor' | 'currency' | 'tester_name' | 'builder_name'>;

export function useBidFacts(side: Side): (bid: Facts) => BidFacts {
  const turnOf = useBidTurn(side);
  const { t } = useTranslation('bids');
  return (bid) => {
    const { net_minor, charge_minor, currency, turn_expires_at, state } = bid;
    const money =
      side === 'builder'
        ? { minor: charge_minor, currency, meaning: t(state === 'accepted' ? 'money.paid' : 'money.toPay') }
        : { minor: net_minor, currency, meaning: t('money.forYou') };
    return { turn: turnOf(bid), until: isEnd(state) ? null : turn_expires_at, money };
  };
}

export function useBidTurn(side: Side): (bid: Facts) => BidFacts['turn'] {
  const { t } = useTranslation('bids');
  return ({ state, turn, tester_name, builder_name }) => {
    if (isEnd(state)) return { state: ends[state], text: t(`turn.end.${state}`) };
    if (state === 'draft') return { state: 'yours', text: t('turn.draft') };
    if (turn === side) return { state: 'yours', text: t(`turn.yours.${state}`) };
    return { state: 'theirs', text: t('turn.theirs', { name: side === 'builder' ? tester_name : builder_name }) };
  };
}
