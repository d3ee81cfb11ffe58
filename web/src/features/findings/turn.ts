// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

/** Who looks at a finding: who has it to judge and to mend, or who found it. */
export type Side = 'builder' | 'tester';

type StateName = Schema<'Finding'>['state'];

/** The states in which the builder has something to do. */
const builderTurns = ['new', 'triaged', 'valid', 'fixed', 'reopened'] as const satisfies readonly StateName[];

const marks: Partial<Record<StateName, State>> = { valid: 'done', verified: 'done', not_reproducible: 'problem', out_of_scope: 'problem', spam: 'problem', new: 'theirs', triaged: 'theirs', retest_ordered: 'theirs' };

/** Whose turn it is with a finding, and for what. */
export function useFindingTurn(): (finding: Pick<Schema<'Finding'>, 'state'>, side: Side) => { state: State; text: string } {
  const { t } = useTranslation('findings');
  return ({ state }, side) => {
    const turn = builderTurns.find((known) => known === state);
    if (side === 'builder' && turn) return { state: 'yours', text: t(`turn.${turn}`) };
    return { state: marks[state] ?? 'waiting', text: t(`state.${state}`) };
  };
}
