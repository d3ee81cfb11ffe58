// SPDX-License-Identifier: Apache-2.0
// From a stopped recording to a file that can be attached: the last bytes, the marks, the cut.
import { http, type Body } from '@/lib/api';

import { forgetMarks, type Mark } from './marks';
import type { Recording } from './recording';

export type Trim = Body<'trimFile'>;
export type HandOverStep = 'sending' | 'checking' | 'cutting';

const LOOK_MS = 1_500;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LOOK_MS);
  });

/** Waits until the server has looked at a file. Whether it took it, the file's own state says. */
async function checked(fileId: string): Promise<'ready' | 'refused'> {
  const { data, error } = await http.GET('/files/{file_id}/info', { params: { path: { file_id: fileId } } });
  if (!data) throw error;
  if (data.state === 'ready') return 'ready';
  if (data.state !== 'checking') return 'refused';
  await pause();
  return checked(fileId);
}

export async function sendMarks(fileId: string, marks: readonly Mark[]): Promise<void> {
  if (marks.length > 0) {
    const { error } = await http.PATCH('/files/{file_id}', { params: { path: { file_id: fileId } }, body: { marks: [...marks] } });
    if (error) throw error;
  }
  forgetMarks(fileId);
}

/** Throws a Problem; what was reached until then stays, so that it can be tried again. */
export async function handOver(recording: Recording, trim: Trim | null, onStep: (step: HandOverStep) => void): Promise<string> {
  onStep('sending');
  const fileId = await recording.finish();
  await sendMarks(fileId, recording.view().marks);
  if (!trim) return fileId;
  onStep('checking');
  if ((await checked(fileId)) === 'refused') return fileId; // where it is attached it says why
  onStep('cutting');
  const { error } = await http.POST('/files/{file_id}/trim', { params: { path: { file_id: fileId } }, body: trim });
  if (error) throw error;
  return fileId;
}

/** Ends nearer than this to the recording's own are left where they are. */
const SLACK_MS = 150;

/** What is to be cut off; null when all of it stays. */
export function trimOf(startMs: number, endMs: number, durationMs: number): Trim | null {
  const isWhole = startMs < SLACK_MS && endMs > durationMs - SLACK_MS;
  return isWhole ? null : { start_ms: startMs, end_ms: endMs };
}
