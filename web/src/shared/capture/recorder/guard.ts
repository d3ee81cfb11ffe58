// SPDX-License-Identifier: Apache-2.0
// Which unfinished recordings are being made at this moment, in this tab or another: those are not offered to
// be finished. The browser forgets it when the tab dies, which is just when they should be.

const PREFIX = 'peertest.recording.';
const NOTHING: () => void = () => undefined;

/** Absent where the page is neither on https nor on a loopback host. */
const locks: LockManager | undefined = navigator.locks;

/** Says that a recording is alive until the returned function is called. */
export function guard(fileId: Promise<string>): () => void {
  let release = NOTHING;
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  fileId.then((id) => locks?.request(PREFIX + id, () => over)).catch(NOTHING); // no place, nothing to guard
  return () => release();
}

/** The files whose recording is alive. */
export async function liveRecordings(): Promise<string[]> {
  const { held = [] } = (await locks?.query()) ?? {};
  return held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
}
