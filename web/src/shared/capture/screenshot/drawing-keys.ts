// SPDX-License-Identifier: Apache-2.0
// What the keys do to a drawing. All that a pointer can do, they can.
import { selectedOf, type Drawing, type Step, type Tool } from './drawing';
import { pulled, unitOf, type Point, type Size } from './shapes';

export const toolKeys: Record<Tool, string> = { select: 's', arrow: 'a', box: 'b', text: 't', number: 'n', blur: 'u' };

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const toolOf = (key: string): Tool | undefined => (Object.keys(toolKeys) as Tool[]).find((tool) => toolKeys[tool] === key);

function arrowStep(drawing: Drawing, { key, shiftKey, altKey }: Press, size: Size): Step | null {
  const direction = directions[key];
  const selected = selectedOf(drawing);
  if (!direction || !selected) return null;
  const stride = altKey ? 1 : 3 * unitOf(size);
  const by = { x: direction.x * stride, y: direction.y * stride };
  if (!shiftKey) return { type: 'nudge', by, size };
  const end = { x: Math.min(size.width, Math.max(0, selected.to.x + by.x)), y: Math.min(size.height, Math.max(0, selected.to.y + by.y)) };
  const isSized = selected.kind !== 'text' && selected.kind !== 'number';
  return isSized ? { type: 'change', shape: pulled(selected, { x: 'to', y: 'to' }, end), how: 'pull' } : null;
}

function editStep({ key, shiftKey }: Press): Step | null {
  if (key.toLowerCase() === 'z') return { type: shiftKey ? 'redo' : 'undo' };
  return key.toLowerCase() === 'y' ? { type: 'redo' } : null;
}

/** The step that a key makes; null when it makes none. */
export function stepOf(drawing: Drawing, press: Press, size: Size): Step | null {
  const { key } = press;
  if (press.ctrlKey || press.metaKey) return editStep(press);
  if (key in directions) return arrowStep(drawing, press, size);
  if (key === 'Escape') return drawing.selectedId === null ? null : { type: 'select', id: null };
  if (key === 'Delete' || key === 'Backspace') return drawing.selectedId === null ? null : { type: 'remove', id: drawing.selectedId };
  const tool = toolOf(key.toLowerCase());
  return tool ? { type: 'tool', tool } : null;
}
