// SPDX-License-Identifier: Apache-2.0
// Bytes that are still being made, such as a recording: written at one end, sent from the other.
// What the server has is let go; what it lost with a broken link is still here.
import type { FileSource } from 'tus-js-client';

export type Growing = {
  write: (part: Blob) => void;
  /** Nothing more will come. */
  end: () => void;
  writtenBytes: () => number;
  source: FileSource;
};

const nobody = () => undefined;

export function createGrowing(): Growing {
  let parts: Blob[] = [];
  /** Where the first part that is kept begins. */
  let keptFrom = 0;
  let written = 0;
  let isEnded = false;
  let wake: () => void = nobody;

  const letGo = (before: number) => {
    for (let first = parts[0]; first && keptFrom + first.size <= before; first = parts[0]) {
      keptFrom += first.size;
      parts.shift();
    }
  };
  const news = async (at: number): Promise<void> => {
    if (written > at || isEnded) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    await news(at);
  };

  const slice: FileSource['slice'] = async (start, end) => {
    letGo(start);
    await news(start);
    const stop = Math.min(end, written);
    const value = stop > start ? new Blob(parts).slice(start - keptFrom, stop - keptFrom) : null;
    return { value, done: isEnded && stop === written };
  };

  return {
    write: (part) => {
      parts.push(part);
      written += part.size;
      wake();
    },
    end: () => {
      isEnded = true;
      wake();
    },
    writtenBytes: () => written,
    // Its size is not known, which the library's type does not foresee for a source of one's own.
    source: { size: null as unknown as number, slice, close: () => (parts = []) },
  };
}
