// SPDX-License-Identifier: Apache-2.0
import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

type JobState = Schema<'AdminJob'>['state'];

const ended: readonly JobState[] = ['completed', 'cancelled', 'expired', 'removed'];

export const jobStates = ['draft', 'pending_payment', 'open', 'filled', 'closed', 'published', 'awarding', 'in_progress', 'in_review', 'completed', 'cancelled', 'expired', 'removed'] as const satisfies readonly JobState[];

export const hasEnded = (state: JobState): boolean => ended.includes(state);

export function jobMark(state: JobState): State {
  if (state === 'removed') return 'problem';
  if (state === 'completed') return 'done';
  return hasEnded(state) || state === 'draft' ? 'waiting' : 'theirs';
}
