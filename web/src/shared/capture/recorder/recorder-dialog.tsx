// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

import { LiveBar } from './live-bar';
import { PreviewStep } from './preview-step';
import type { Recording } from './recording';
import { SetupStep } from './setup-step';
import { useRecordingView } from './use-recording';

type RecorderDialogProps = { onRecorded: (fileId: string) => void; onClose: () => void };

/** From the choice of the sound to a file that can be attached. */
export function RecorderDialog({ onRecorded, onClose }: RecorderDialogProps) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const view = useRecordingView(recording);
  // The form around it may go away at any time.
  useEffect(() => () => recording?.abandon(), [recording]);

  const finish = (fileId: string) => {
    onRecorded(fileId);
    onClose();
  };
  if (!recording || !view) return <SetupStep onStart={setRecording} onFinished={finish} onClose={onClose} />;
  if (view.state !== 'stopped') return <LiveBar recording={recording} view={view} />;
  return <PreviewStep recording={recording} view={view} onRecorded={onRecorded} onClose={onClose} />;
}
