// SPDX-License-Identifier: Apache-2.0
// Moments that were marked while recording. They stay in this browser until the recording is handed over, so that a
// crash does not lose them either.
import { recall, remember } from '@/lib/memory';

/** Marks the moment, wherever the recorder is heard. */
export const MARK_KEY = 'm';

export type Mark = { at_ms: number; note: string };

const keyOf = (fileId: string): string => `peertest.marks.${fileId}`;

export function keepMarks(fileId: Promise<string>, marks: readonly Mark[]): void {
  fileId.then(
    (id) => remember(keyOf(id), JSON.stringify(marks)),
    () => undefined, // no place, nothing to keep them for
  );
}

export function keptMarks(fileId: string): Mark[] {
  try {
    // Written by keepMarks() alone.
    return JSON.parse(recall(keyOf(fileId)) ?? '[]') as Mark[];
  } catch {
    return [];
  }
}

export const forgetMarks = (fileId: string): void => remember(keyOf(fileId), null);
