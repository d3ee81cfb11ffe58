// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useState, type RefObject } from 'react';

import type { Size } from './shapes';

/** A small picture is shown larger than it is, up to this. */
const MOST = 2;

/** The screen's pixels to one of the picture, so that all of it is seen. */
export function useFit(frame: RefObject<HTMLElement | null>, { width, height }: Size): number {
  const [fit, setFit] = useState(0);
  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = entry?.contentRect;
      if (room) setFit(Math.min(room.width / width, room.height / height, MOST));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, width, height]);
  return fit;
}
