// SPDX-License-Identifier: Apache-2.0
import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

export type Chargeback = Schema<'Chargeback'>;

export const chargebackStates = ['needs_response', 'under_review', 'won', 'lost'] as const satisfies readonly Chargeback['state'][];

export const chargebackMarks: Record<Chargeback['state'], State> = { needs_response: 'yours', under_review: 'theirs', won: 'done', lost: 'problem' };
