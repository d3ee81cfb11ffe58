// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import type { Schema } from '@/lib/api';
import type { Price } from '@/lib/split';
import { reviewQueueQuery } from '@/shared/reviews-query';

/** What is held for one piece of work: what it can earn at most, and the fee on it. */
export function usePrice(submission: Schema<'Submission'>, assignment: Schema<'Assignment'>): Price {
  const { data: queue } = useQuery(reviewQueueQuery());
  const rewardMinor = submission.reward_minor + submission.bonus_cap_minor;
  // What is held for this piece of work alone stands in the queue.
  const heldMinor = queue?.items.find(({ submission_id }) => submission_id === submission.id)?.amount_minor ?? assignment.held_minor;
  return { rewardMinor, feeMinor: Math.max(0, heldMinor - rewardMinor), testerFeeBps: submission.tester_fee_bps };
}
