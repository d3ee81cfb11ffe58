// SPDX-License-Identifier: Apache-2.0
import type { Bid } from '@/shared/bids-query';

export const orders = ['turn', 'price', 'match', 'onTime', 'approval', 'days', 'newest'] as const;
export type Order = (typeof orders)[number];

/** Best first. Who has no rate yet comes after those who have one. */
const rateOf = (rate: number | null | undefined): number => rate ?? -1;

const compare: Record<Order, (a: Bid, b: Bid) => number> = {
  turn: (a, b) => Number(b.turn === 'builder') - Number(a.turn === 'builder') || (a.turn_expires_at ?? '~').localeCompare(b.turn_expires_at ?? '~'),
  price: (a, b) => a.total_minor - b.total_minor,
  match: (a, b) => (b.tester?.match_score ?? 0) - (a.tester?.match_score ?? 0),
  onTime: (a, b) => rateOf(b.tester?.on_time_rate) - rateOf(a.tester?.on_time_rate),
  approval: (a, b) => rateOf(b.tester?.approval_rate) - rateOf(a.tester?.approval_rate),
  days: (a, b) => a.days - b.days,
  newest: (a, b) => b.created_at.localeCompare(a.created_at),
};

export const inOrder = (bids: readonly Bid[], order: Order): Bid[] => bids.toSorted(compare[order]);

/** The lowest or highest of the known figures, when there is something to compare. */
export function bestOf(values: readonly (number | null)[], better: 'low' | 'high'): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2 || new Set(known).size === 1) return null;
  return better === 'low' ? Math.min(...known) : Math.max(...known);
}
