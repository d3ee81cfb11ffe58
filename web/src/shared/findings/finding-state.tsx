// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

export type FindingStateName = Schema<'Finding'>['state'];

const looks: Record<FindingStateName, State> = {
  new: 'yours',
  triaged: 'yours',
  valid: 'done',
  duplicate: 'waiting',
  known: 'waiting',
  informative: 'waiting',
  works_as_designed: 'waiting',
  not_reproducible: 'problem',
  out_of_scope: 'problem',
  spam: 'problem',
  fixed: 'theirs',
  retest_ordered: 'theirs',
  verified: 'done',
  reopened: 'problem',
  withdrawn: 'waiting',
};

/** How it stands with a finding, in a word or two. */
export function FindingState({ state }: { state: FindingStateName }) {
  const { t } = useTranslation('findings');
  return <Badge state={looks[state]}>{t(`state.${state}`)}</Badge>;
}
