// SPDX-License-Identifier: Apache-2.0
import { WindowIcon } from '@heroicons/react/24/outline';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { bytes } from '@/lib/format';
import { useShortcut } from '@/lib/shortcuts';

import { LeaveBar } from '../leave-bar';
import { bytesAMinute } from './bitrate';
import { canFloat, type Floating } from './floating';
import { LiveControls } from './live-controls';
import { MARK_KEY } from './marks';
import type { Recording, RecordingView } from './recording';
import { SendState } from './send-state';
import type { Leaving } from './use-stay';

type LiveBarProps = { recording: Recording; view: RecordingView; floating: Floating; leaving: Leaving };

/** While it records: at the foot of the page and over everything, so that the report can be written meanwhile. */
export function LiveBar({ recording, view, floating, leaving }: LiveBarProps) {
  const { t } = useTranslation('capture');
  const bar = useRef<HTMLDivElement>(null);
  useShortcut({ keys: MARK_KEY, label: t('record.mark'), isInDialogs: true }, recording.mark);
  // Among what lies on top of all, and still inside a dialog that it was begun in: which a click beside it, or
  // Escape, does not close meanwhile.
  useLayoutEffect(() => {
    const around = bar.current?.closest('dialog');
    const stay = (event: Event) => event.preventDefault();
    bar.current?.showPopover?.();
    around?.addEventListener('cancel', stay);
    return () => around?.removeEventListener('cancel', stay);
  }, []);
  return (
    <div
      ref={bar}
      popover="manual"
      role="region"
      aria-label={t('record.live')}
      className="fixed inset-x-4 top-auto bottom-4 m-auto max-h-[60dvh] max-w-form overflow-y-auto rounded-large border border-line bg-sheet p-3 text-body text-ink shadow-float"
    >
      {leaving.isAsked && (
        <div className="mb-3 flex flex-wrap items-center justify-end gap-3 border-b border-line pb-3">
          <LeaveBar question={t('record.leave.live')} stay={t('record.leave.stay')} go={t('record.leave.go')} onStay={leaving.stay} onGo={leaving.go} />
        </div>
      )}
      <LiveControls recording={recording} view={view} onStop={recording.stop}>
        {canFloat() && !floating.body && <IconButton label={t('record.float.open')} icon={<WindowIcon className="size-5" />} onClick={() => void floating.open()} />}
      </LiveControls>
      <div className="flex flex-wrap justify-between gap-x-4">
        <SendState recording={recording} />
        <p className="text-small text-soft">{t('record.rate', { size: bytes(Math.round(bytesAMinute(recording.bitsPerSecond) / 1e6) * 1e6) })}</p>
      </div>
    </div>
  );
}
