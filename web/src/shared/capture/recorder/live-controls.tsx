// SPDX-License-Identifier: Apache-2.0
import { FlagIcon, PauseIcon, PlayIcon, StopIcon } from '@heroicons/react/24/outline';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { cx } from '@/lib/cx';
import { clock } from '@/lib/format';

import { MarkNote } from './mark-note';
import type { Recording, RecordingView } from './recording';
import { useElapsed } from './use-recording';

type LiveControlsProps = {
  recording: Recording;
  view: RecordingView;
  onStop: () => void;
  /** More to press, before the others. */
  children?: ReactNode;
};

/** How long it is, and what can be done with it: in the page's bar and in the small window alike. */
export function LiveControls({ recording, view: { state, marks }, onStop, children }: LiveControlsProps) {
  const { t } = useTranslation('capture');
  const isPaused = state === 'paused';
  const last = marks.at(-1);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p role="timer" className="flex items-center gap-2 px-1 font-strong">
          <span aria-hidden className={cx('size-3 rounded-full', isPaused ? 'border-2 border-problem' : 'bg-problem')} />
          <Elapsed recording={recording} />
          <span className="sr-only">{t(isPaused ? 'record.isPaused' : 'record.isOn')}</span>
        </p>
        <div className="ms-auto flex gap-2">
          {children}
          <IconButton
            label={t(isPaused ? 'record.resume' : 'record.pause')}
            icon={isPaused ? <PlayIcon className="size-5" /> : <PauseIcon className="size-5" />}
            onClick={isPaused ? recording.resume : recording.pause}
          />
          <Button onClick={recording.mark} title={t('record.markKey')}>
            <FlagIcon aria-hidden className="size-5" />
            {t('record.mark')}
          </Button>
          <Button kind="primary" onClick={onStop}>
            <StopIcon aria-hidden className="size-5" />
            {t('record.stop')}
          </Button>
        </div>
      </div>
      {last && <MarkNote key={marks.length} mark={last} onNote={(note) => recording.setMarks([...marks.slice(0, -1), { ...last, note }])} />}
    </>
  );
}

function Elapsed({ recording }: { recording: Recording }) {
  return <span className="figures font-mono">{clock(useElapsed(recording))}</span>;
}
