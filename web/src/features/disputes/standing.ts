// SPDX-License-Identifier: Apache-2.0
import type { Dispute } from '@/shared/disputes-query';

/** The proposal of one side that stands: its latest. To who is no side, none is theirs or mine. */
export function standing({ proposals, your_side }: Dispute, whose: 'mine' | 'theirs'): Dispute['proposals'][number] | undefined {
  if (your_side === null) return undefined;
  return proposals.findLast(({ by }) => (by === your_side) === (whose === 'mine'));
}
