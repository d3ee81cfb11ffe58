// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { StateMark, type State } from '@/components/state-mark';
import { useNow } from '@/lib/clock';
import type { SaveState } from '@/lib/draft-saver';
import { relative } from '@/lib/format';

type Kind = SaveState<unknown>['kind'];

const marks: Record<Kind, State> = { saved: 'done', waiting: 'waiting', saving: 'waiting', unreached: 'problem', refused: 'problem', conflict: 'yours', over: 'problem' };

type SaveLineProps = { state: SaveState<unknown> };

/** Where the typed text is, in words. */
export function SaveLine({ state }: SaveLineProps) {
  const { t } = useTranslation('domain');
  const now = useNow();
  const text = () => {
    if (state.kind !== 'saved') return t(`save.${state.kind}`);
    return state.at === null ? t('save.asYouType') : t('save.saved', { when: relative(new Date(state.at).toISOString(), Math.max(now, state.at)) });
  };
  return (
    // Said aloud only when it goes wrong: each saving would drown what is being typed.
    <p role={marks[state.kind] === 'problem' ? 'status' : undefined} className="flex items-start gap-2 text-small text-soft">
      <StateMark state={marks[state.kind]} className="mt-0.5" />
      {text()}
    </p>
  );
}
