// SPDX-License-Identifier: Apache-2.0
// What the browser's own picker shares: asked for when a person presses a button, and never before.

/** Phones have no such thing. */
export const canShareScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

export type Refusal = 'cancelled' | 'blocked' | 'failed';

/** Why a device was not given, by the names that the standard has for it. */
export function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'InvalidStateError') return 'failed';
  if (name !== 'NotAllowedError') return 'failed';
  // The system's own refusal says so; a person who closes the picker is not told apart otherwise.
  return /system|policy/i.test(error instanceof Error ? error.message : '') ? 'blocked' : 'cancelled';
}

export const letGo = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

/** Not in every browser yet, and not in the compiler's library. */
type FocusControl = { setFocusBehavior: (behaviour: 'no-focus-change') => void };
declare const CaptureController: (new () => FocusControl) | undefined;

type ShareOptions = { withSound: boolean; framesPerSecond: number; staysHere: boolean };

/** Opens the picker. `staysHere`: what is shared does not come to the front. */
export async function shareScreen({ withSound, framesPerSecond, staysHere }: ShareOptions): Promise<MediaStream> {
  const controller = staysHere && typeof CaptureController === 'function' ? new CaptureController() : null;
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { frameRate: { max: framesPerSecond } },
    audio: withSound,
    ...(controller && { controller }),
  });
  try {
    if (stream.getVideoTracks()[0]?.getSettings().displaySurface !== 'monitor') controller?.setFocusBehavior('no-focus-change');
  } catch {
    // Too late, or not a tab: then it comes to the front, which is all that happens.
  }
  return stream;
}
