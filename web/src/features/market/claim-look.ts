// SPDX-License-Identifier: Apache-2.0
import { hasRole, type Session } from '@/lib/session';
import type { SimpleJob } from '@/shared/jobs-query';

export type ClaimLook = 'starting' | 'sign-in' | 'held' | 'over' | 'full' | 'not-tester' | 'not-payable' | 'ready';

/** What stands between the reader and a seat, as far as it is known before asking for one. */
export function claimLook(job: SimpleJob, { status, user }: Session, now: number): ClaimLook {
  if (job.my_assignment_id !== null) return 'held';
  if (job.state === 'filled' || (job.state === 'open' && job.seats_left === 0)) return 'full';
  if (job.state !== 'open' || (job.deadline_at !== null && Date.parse(job.deadline_at) <= now)) return 'over';
  if (status === 'signed-out') return 'sign-in';
  if (!user) return 'starting';
  if (!hasRole(user, 'tester')) return 'not-tester';
  return user.payout_state === 'active' ? 'ready' : 'not-payable';
}
