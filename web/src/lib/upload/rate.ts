// SPDX-License-Identifier: Apache-2.0
// How fast an upload goes, smoothed so that the time left does not jump about.

const WINDOW_MS = 500;
/** How much the newest window counts. */
const WEIGHT = 0.3;

export type Rate = {
  /** Begins anew, such as after a pause: the wait is not to count. */
  restart: (sentBytes: number) => void;
  /** Bytes per second; null until it can be said. */
  see: (sentBytes: number) => number | null;
};

export function createRate(now: () => number = () => performance.now()): Rate {
  let since = now();
  let counted = 0;
  let rate: number | null = null;
  return {
    restart: (sentBytes) => {
      since = now();
      counted = sentBytes;
      rate = null;
    },
    see: (sentBytes) => {
      const elapsed = now() - since;
      if (elapsed < WINDOW_MS) return rate;
      const latest = ((sentBytes - counted) * 1000) / elapsed;
      rate = rate === null ? latest : rate * (1 - WEIGHT) + latest * WEIGHT;
      since = now();
      counted = sentBytes;
      return rate;
    },
  };
}
