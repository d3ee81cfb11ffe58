// SPDX-License-Identifier: Apache-2.0
import { useState, type Dispatch, type PointerEvent } from 'react';

import { selectedOf, type Drawing, type Step } from './drawing';
import { placedAt } from './paint';
import { penOf, type Picture } from './picture';
import { handleAt, inside, isDragged, moved, pulled, shapeAt, unitOf, type Handle, type Point, type Shape } from './shapes';

/** A shape under way: where it was taken hold of, how it was then, and by what. */
type Hold = { start: Point; shape: Shape; handle: Handle | null; isNew: boolean };

const REACH = { mouse: 8, pen: 12, touch: 22 };
const reachOf = (type: string): number => (type === 'mouse' || type === 'pen' ? REACH[type] : REACH.touch);

const END: Handle = { x: 'to', y: 'to' };

/** Drawing with mouse, pen or finger. What is under way is shown, and becomes a step when it is let go. */
export function usePen(picture: Picture, drawing: Drawing, scale: number, take: Dispatch<Step>) {
  const [hold, setHold] = useState<Hold | null>(null);
  const [live, setLive] = useState<Shape | null>(null);
  const unit = unitOf(picture);

  const placeOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return inside({ x: (event.clientX - left) / scale, y: (event.clientY - top) / scale }, picture);
  };

  /** What a press takes hold of, if anything. */
  const holdAt = (event: PointerEvent<HTMLCanvasElement>, start: Point): Hold | null => {
    const slack = reachOf(event.pointerType) / scale;
    const { tool, colour, shapes } = drawing;
    const selected = selectedOf(drawing);
    const handle = selected && handleAt(selected, start, slack);
    if (selected && handle) return { start, shape: selected, handle, isNew: false };

    const hit = shapeAt(shapes, start, slack / 2);
    if (tool === 'select' || (hit?.kind === tool && !isDragged(tool))) {
      take({ type: 'select', id: hit?.id ?? null });
      return hit ? { start, shape: hit, handle: null, isNew: false } : null;
    }
    if (isDragged(tool)) return { start, shape: { id: 0, kind: tool, colour, from: start, to: start, text: '' }, handle: END, isNew: true };
    return { start, shape: placedAt(penOf(event.currentTarget), tool, colour, start, unit), handle: null, isNew: true };
  };

  const release = () => {
    setHold(null);
    setLive(null);
  };

  return {
    live,
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.button !== 0) return;
      if (!event.isPrimary) return release(); // a second finger: not meant to draw
      event.currentTarget.setPointerCapture(event.pointerId);
      const next = holdAt(event, placeOf(event));
      setHold(next);
      setLive(next?.isNew ? next.shape : null);
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!hold || !event.isPrimary) return;
      const { shape, start, handle } = hold;
      const place = placeOf(event);
      setLive(handle ? pulled(shape, handle, place) : moved(shape, { x: place.x - start.x, y: place.y - start.y }));
    },
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!event.isPrimary) return;
      if (hold && live) take(hold.isNew ? { type: 'add', shape: live, unit } : { type: 'change', shape: live, how: '' });
      release();
    },
    onPointerCancel: release,
  };
}
