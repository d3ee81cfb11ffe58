// SPDX-License-Identifier: Apache-2.0
import { FlagIcon, PauseIcon, PlayIcon, StopIcon } from '@heroicons/react/24/outline';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { cx } from '@/lib/cx';
import { clock } from '@/lib/format';
import { useShortcut } from '@/lib/shortcuts';

import { MarkNote } from './mark-note';
import type { Recording, RecordingView } from './recording';
import { SendState } from './send-state';
import { useAskBeforeLeaving, useElapsed } from './use-recording';

type LiveBarProps = { recording: Recording; view: RecordingView };

/** While it records: at the foot of the page and over everything, so that the report can be written meanwhile. */
export function LiveBar({ recording, view: { state, marks } }: LiveBarProps) {
  const { t } = useTranslation('capture');
  const bar = useRef<HTMLDivElement>(null);
  const isPaused = state === 'paused';
  useAskBeforeLeaving();
  useShortcut({ keys: 'm', label: t('record.mark') }, recording.mark);
  // Among what lies on top of all, and still inside a dialog that it was begun in: which a click beside it, or
  // Escape, does not close meanwhile.
  useLayoutEffect(() => {
    const around = bar.current?.closest('dialog');
    const stay = (event: Event) => event.preventDefault();
    bar.current?.showPopover?.();
    around?.addEventListener('cancel', stay);
    return () => around?.removeEventListener('cancel', stay);
  }, []);
  const last = marks.at(-1);
  return (
    <div
      ref={bar}
      popover="manual"
      role="region"
      aria-label={t('record.live')}
      className="fixed inset-x-4 top-auto bottom-4 m-auto max-h-[60dvh] max-w-form overflow-y-auto rounded-large border border-line bg-sheet p-3 text-body text-ink shadow-float"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p role="timer" className="flex items-center gap-2 px-1 font-strong">
          <span aria-hidden className={cx('size-3 rounded-full', isPaused ? 'border-2 border-problem' : 'bg-problem')} />
          <Elapsed recording={recording} />
          <span className="sr-only">{t(isPaused ? 'record.isPaused' : 'record.isOn')}</span>
        </p>
        <div className="ms-auto flex gap-2">
          <IconButton
            label={t(isPaused ? 'record.resume' : 'record.pause')}
            icon={isPaused ? <PlayIcon className="size-5" /> : <PauseIcon className="size-5" />}
            onClick={isPaused ? recording.resume : recording.pause}
          />
          <Button onClick={recording.mark}>
            <FlagIcon aria-hidden className="size-5" />
            {t('record.mark')}
          </Button>
          <Button kind="primary" onClick={recording.stop}>
            <StopIcon aria-hidden className="size-5" />
            {t('record.stop')}
          </Button>
        </div>
      </div>
      {last && <MarkNote key={marks.length} mark={last} onNote={(note) => recording.setMarks([...marks.slice(0, -1), { ...last, note }])} />}
      <SendState recording={recording} />
    </div>
  );
}

function Elapsed({ recording }: { recording: Recording }) {
  return <span className="figures font-mono">{clock(useElapsed(recording))}</span>;
}
