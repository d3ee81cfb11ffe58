// SPDX-License-Identifier: Apache-2.0
// What each side may do in each state of a thread (docs/BIDS.md). The server decides; this says which
// buttons make sense.
import type { Bid, Side } from '@/shared/bids-query';

export type Move = 'submit' | 'revise' | 'accept' | 'counter' | 'decline' | 'pay' | 'confirm' | 'withdraw' | 'reject';

const moves: Record<Side, Partial<Record<Bid['state'], readonly Move[]>>> = {
  tester: {
    draft: ['submit', 'revise', 'withdraw'],
    submitted: ['revise', 'withdraw'],
    countered_by_builder: ['accept', 'counter', 'decline', 'withdraw'],
    countered_by_tester: ['withdraw'],
    agreed: ['withdraw'],
    stale: ['confirm', 'revise', 'withdraw'],
  },
  builder: {
    submitted: ['accept', 'counter', 'reject'],
    countered_by_builder: ['reject'],
    countered_by_tester: ['accept', 'counter', 'reject'],
    agreed: ['pay', 'reject'],
    stale: ['reject'],
  },
};

export function movesOf({ state, counters_left }: Pick<Bid, 'state' | 'counters_left'>, side: Side): readonly Move[] {
  const possible = moves[side][state] ?? [];
  return counters_left > 0 ? possible : possible.filter((move) => move !== 'counter');
}
