// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark, type State } from '@/components/state-mark';
import { useNow } from '@/lib/clock';
import { relative } from '@/lib/format';
import { useRefresh } from '@/shared/use-refresh';

import type { SaveState } from './draft-saver';
import type { DraftWork } from './use-draft';

const marks: Record<SaveState['kind'], State> = { saved: 'done', waiting: 'waiting', saving: 'waiting', unreached: 'problem', refused: 'problem', conflict: 'yours', over: 'problem' };

/** Where the typed text is, in words. */
export function SaveLine({ state }: { state: SaveState }) {
  const { t } = useTranslation('assignments');
  const now = useNow();
  const text = () => {
    if (state.kind === 'saved') return state.at === null ? t('save.asYouType') : t('save.saved', { when: relative(new Date(state.at).toISOString(), Math.max(now, state.at)) });
    return t(`save.${state.kind}`);
  };
  return (
    // Said aloud only when it goes wrong: each saving would drown what is being typed.
    <p role={marks[state.kind] === 'problem' ? 'status' : undefined} className="flex items-start gap-2 text-small text-soft">
      <StateMark state={marks[state.kind]} className="mt-0.5" />
      {text()}
    </p>
  );
}

/** What only the tester can decide: another window's changes, or a seat that has ended. */
export function SaveTrouble({ work }: { work: DraftWork }) {
  const { t } = useTranslation('assignments');
  const refresh = useRefresh();
  const now = useNow();
  const { state, saver, takeTheirs } = work;
  if (state.kind !== 'conflict' && state.kind !== 'over') return null;
  return (
    <div role="alert" className="mb-2 flex basis-full flex-col gap-3 border-s-2 border-yours ps-4">
      {state.kind === 'over' ? (
        <>
          <p>{t('trouble.over')}</p>
          <Button onClick={() => void refresh()} className="self-start">
            {t('trouble.look')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('trouble.conflict', { when: relative(state.theirs.submission.updated_at, now) })}</p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={saver.keepMine}>{t('trouble.keepMine')}</Button>
            <Button onClick={takeTheirs}>{t('trouble.takeTheirs')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
