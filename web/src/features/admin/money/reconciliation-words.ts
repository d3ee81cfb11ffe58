// SPDX-License-Identifier: Apache-2.0
import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

export type Reconciliation = Schema<'Reconciliation'>;

export const isUnderWay = ({ state }: Pick<Reconciliation, 'state'>): boolean => state === 'queued' || state === 'running';

export function outcomeMark({ state, differences }: Pick<Reconciliation, 'state' | 'differences'>): State {
  if (state === 'failed' || (differences ?? 0) > 0) return 'problem';
  return state === 'done' ? 'done' : 'waiting';
}
