// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { isTyping } from '@/lib/shortcuts';

import { LiveControls } from './live-controls';
import { MARK_KEY } from './marks';
import type { Recording, RecordingView } from './recording';

type FloatingBarProps = { body: HTMLElement; recording: Recording | null; view: RecordingView | null };

/** What the small window shows: it lies on top of the app that is tested, where this page is not seen. */
export function FloatingBar({ body, recording, view }: FloatingBarProps) {
  const { t } = useTranslation('capture');
  useEffect(() => {
    const small = body.ownerDocument;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === MARK_KEY && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) recording?.mark();
    };
    small.addEventListener('keydown', onKey);
    return () => small.removeEventListener('keydown', onKey);
  }, [body, recording]);
  const stop = () => {
    window.focus(); // what comes next is there
    recording?.stop();
  };
  return createPortal(
    <main aria-label={t('record.live')} className="p-3">
      {recording && view ? <LiveControls recording={recording} view={view} onStop={stop} /> : <p role="status">{t('record.float.waiting')}</p>}
    </main>,
    body,
  );
}
