// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';

/** The row whose middle third lies under a height of the window, so that rows of unequal height do not flicker. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')];
  return rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 3 && y < top + (height * 2) / 3;
  });
}

const EDGE = 72;
const STRIDE = 16;

/** A drag that comes near the window's edge goes on beyond it. */
function scrollAtEdge(y: number): void {
  if (y < EDGE) scrollBy(0, -STRIDE);
  else if (y > innerHeight - EDGE) scrollBy(0, STRIDE);
}

/** Reorders the rows of a list by dragging a handle, with mouse, pen or finger. */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const stop = useRef<() => void>(() => undefined);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => () => stop.current(), []);

  return (event: ReactPointerEvent, from: number) => {
    if (event.button !== 0) return;
    let at = from;
    const follow = ({ clientY }: PointerEvent) => {
      scrollAtEdge(clientY);
      const to = list.current ? rowAt(list.current, clientY) : -1;
      if (to === -1 || to === at) return;
      move.current(at, to);
      at = to;
    };
    stop.current = () => {
      document.removeEventListener('pointermove', follow);
      document.removeEventListener('pointerup', stop.current);
      document.removeEventListener('pointercancel', stop.current);
    };
    // On the document: a row that moves would lose the pointer.
    document.addEventListener('pointermove', follow);
    document.addEventListener('pointerup', stop.current);
    document.addEventListener('pointercancel', stop.current);
  };
}
