// SPDX-License-Identifier: Apache-2.0
import type { Schema } from '@/lib/api';
import { isUnpaid } from '@/shared/turns';
import type { SimpleJob } from '@/shared/jobs-query';

type Assignment = Pick<Schema<'Assignment'>, 'held_minor' | 'released_minor' | 'fee_minor'>;

export type Spend = { paidMinor: number; releasedMinor: number; heldMinor: number; feeMinor: number; backMinor: number };

/**
 * What became of the money of a paid job. What neither was released, nor is held, nor is a fee goes
 * back, whether or not the refund has arrived yet; so the parts always make up what was paid.
 */
export function spendOf(job: SimpleJob, payment: Schema<'Payment'>, assignments: readonly Assignment[]): Spend {
  const sum = (part: keyof Assignment) => assignments.reduce((total, assignment) => total + assignment[part], 0);
  const isGoingOn = job.state === 'open' || job.state === 'filled';
  const freeMinor = isGoingOn ? job.seats_left * (job.reward_minor + job.fee_minor) : 0;
  const paidMinor = isUnpaid(job.state) ? 0 : payment.amount_minor;
  const releasedMinor = sum('released_minor');
  const heldMinor = sum('held_minor') + freeMinor;
  const feeMinor = sum('fee_minor');
  return { paidMinor, releasedMinor, heldMinor, feeMinor, backMinor: Math.max(0, paidMinor - releasedMinor - heldMinor - feeMinor) };
}
