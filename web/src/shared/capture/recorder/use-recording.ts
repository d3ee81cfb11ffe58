// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState, useSyncExternalStore } from 'react';

import type { Recording, RecordingView } from './recording';

const never = () => () => undefined;
const nothing = () => null;

/** How a recording stands; null when there is none. */
export const useRecordingView = (recording: Recording | null): RecordingView | null =>
  useSyncExternalStore<RecordingView | null>(recording?.subscribe ?? never, recording?.view ?? nothing);

const TURN_MS = 250;

/** How long it is by now. */
export function useElapsed(recording: Recording): number {
  const [elapsed, setElapsed] = useState(recording.elapsedMs);
  useEffect(() => {
    const timer = setInterval(() => setElapsed(recording.elapsedMs()), TURN_MS);
    return () => clearInterval(timer);
  }, [recording]);
  return elapsed;
}
