// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

import { useFloating } from './floating';
import { FloatingBar } from './floating-bar';
import { LiveBar } from './live-bar';
import { PreviewStep } from './preview-step';
import type { Recording } from './recording';
import { SetupStep } from './setup-step';
import { useRecordingView } from './use-recording';
import { useStay } from './use-stay';

type RecorderDialogProps = { onRecorded: (fileId: string) => void; onClose: () => void };

/** From the choice of the sound to a file that can be attached. */
export function RecorderDialog({ onRecorded, onClose }: RecorderDialogProps) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const view = useRecordingView(recording);
  const isStopped = view?.state === 'stopped';
  const floating = useFloating(!isStopped);
  const leaving = useStay(recording !== null);
  // The form around it may go away at any time.
  useEffect(() => () => recording?.abandon(), [recording]);

  const finish = (fileId: string) => {
    onRecorded(fileId);
    onClose();
  };
  if (isStopped && recording) return <PreviewStep recording={recording} view={view} leaving={leaving} onRecorded={onRecorded} onClose={onClose} />;
  return (
    <>
      {recording && view ? (
        <LiveBar recording={recording} view={view} floating={floating} leaving={leaving} />
      ) : (
        <SetupStep floating={floating} onStart={setRecording} onFinished={finish} onClose={onClose} />
      )}
      {floating.body && <FloatingBar body={floating.body} recording={recording} view={view} />}
    </>
  );
}
