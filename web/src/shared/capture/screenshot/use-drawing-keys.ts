// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, type Dispatch } from 'react';

import type { Drawing, Step } from './drawing';
import { stepOf } from './drawing-keys';
import type { Size } from './shapes';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const LET_GO: Step = { type: 'select', id: null };

/** Keys work wherever in the dialog the focus is, except in a field. "+" adds one in the middle. */
export function useDrawingKeys(drawing: Drawing, size: Size, take: Dispatch<Step>, addInMiddle: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // In a field only the keys that end it are ours: the words are written, the text is let go of.
    if (isTyping(event.target) && event.key !== 'Escape' && event.key !== 'Enter') return;
    const step = isTyping(event.target) ? LET_GO : stepOf(drawing, event, size);
    if (step) take(step);
    else if (event.key === '+') addInMiddle();
    else return;
    event.preventDefault(); // Escape lets go of a shape first, and closes only then
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    // Before the dialog keeps the keys to itself.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
