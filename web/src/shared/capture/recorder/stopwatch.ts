// SPDX-License-Identifier: Apache-2.0

export type Stopwatch = {
  pause: () => void;
  resume: () => void;
  /** Milliseconds that it ran, pauses left out: the same as the place in the recording. */
  elapsedMs: () => number;
};

export function startStopwatch(now: () => number = () => performance.now()): Stopwatch {
  let counted = 0;
  let since: number | null = now();
  return {
    pause: () => {
      if (since === null) return;
      counted += now() - since;
      since = null;
    },
    resume: () => {
      since ??= now();
    },
    elapsedMs: () => Math.round(counted + (since === null ? 0 : now() - since)),
  };
}
