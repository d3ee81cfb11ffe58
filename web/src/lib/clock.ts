// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

const TURN = 30_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function turn(): void {
  now = Date.now();
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(turn, TURN);
  }
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The present, moving on twice a minute. One clock for the whole page, so that times agree with each other. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
