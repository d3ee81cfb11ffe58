// SPDX-License-Identifier: Apache-2.0
// A drawing while it is made: its shapes, what is chosen, and the way back.
import { isSlip, movedInside, type Colour, type Point, type Shape, type ShapeKind, type Size } from './shapes';

export type Tool = 'select' | ShapeKind;
type Shapes = readonly Shape[];

export type Drawing = {
  shapes: Shapes;
  selectedId: number | null;
  tool: Tool;
  colour: Colour;
  past: readonly Shapes[];
  future: readonly Shapes[];
  /** What the last step was: steps of one kind in a row, such as moving by keys, are undone as one. */
  last: string;
  nextId: number;
};

export const blank: Drawing = { shapes: [], selectedId: null, tool: 'arrow', colour: 'red', past: [], future: [], last: '', nextId: 1 };

export type Step =
  | { type: 'tool'; tool: Tool }
  | { type: 'colour'; colour: Colour }
  | { type: 'select'; id: number | null }
  | { type: 'add'; shape: Shape; unit: number }
  | { type: 'change'; shape: Shape; how: string }
  | { type: 'nudge'; by: Point; size: Size }
  | { type: 'remove'; id: number }
  | { type: 'undo' }
  | { type: 'redo' };

const KEPT_STEPS = 100;

function taken(drawing: Drawing, shapes: Shapes, last: string): Drawing {
  const isSame = last !== '' && last === drawing.last;
  const past = isSame ? drawing.past : [...drawing.past.slice(1 - KEPT_STEPS), drawing.shapes];
  return { ...drawing, shapes, past, future: [], last };
}

const replaced = (shapes: Shapes, shape: Shape): Shapes => shapes.map((other) => (other.id === shape.id ? shape : other));

export const selectedOf = ({ shapes, selectedId }: Drawing): Shape | undefined => shapes.find(({ id }) => id === selectedId);

/** Only what is still there stays chosen. */
function gone(drawing: Drawing): Drawing {
  return selectedOf(drawing) ? drawing : { ...drawing, selectedId: null };
}

function changed(drawing: Drawing, shape: Shape, how: string): Drawing {
  return taken(drawing, replaced(drawing.shapes, shape), how === '' ? '' : `${how}:${shape.id}`);
}

function recoloured(drawing: Drawing, colour: Colour): Drawing {
  const selected = selectedOf(drawing);
  const next = selected && selected.kind !== 'blur' && selected.colour !== colour ? changed(drawing, { ...selected, colour }, '') : drawing;
  return { ...next, colour };
}

function added(drawing: Drawing, shape: Shape, unit: number): Drawing {
  if (isSlip(shape, unit)) return { ...drawing, selectedId: null };
  return { ...taken(drawing, [...drawing.shapes, { ...shape, id: drawing.nextId }], ''), selectedId: drawing.nextId, nextId: drawing.nextId + 1 };
}

function nudged(drawing: Drawing, by: Point, size: Size): Drawing {
  const selected = selectedOf(drawing);
  return selected ? changed(drawing, movedInside(selected, by, size), 'move') : drawing;
}

function undone(drawing: Drawing): Drawing {
  const shapes = drawing.past.at(-1);
  if (!shapes) return drawing;
  return gone({ ...drawing, shapes, past: drawing.past.slice(0, -1), future: [drawing.shapes, ...drawing.future], last: '' });
}

function redone(drawing: Drawing): Drawing {
  const [shapes, ...future] = drawing.future;
  if (!shapes) return drawing;
  return gone({ ...drawing, shapes, past: [...drawing.past, drawing.shapes], future, last: '' });
}

export function draw(drawing: Drawing, step: Step): Drawing {
  switch (step.type) {
    case 'tool':
      return { ...drawing, tool: step.tool, selectedId: step.tool === 'select' ? drawing.selectedId : null };
    case 'colour':
      return recoloured(drawing, step.colour);
    case 'select':
      return { ...drawing, selectedId: step.id, last: '' };
    case 'add':
      return added(drawing, step.shape, step.unit);
    case 'change':
      return changed(drawing, step.shape, step.how);
    case 'nudge':
      return nudged(drawing, step.by, step.size);
    case 'remove':
      return gone(taken(drawing, drawing.shapes.filter(({ id }) => id !== step.id), ''));
    case 'undo':
      return undone(drawing);
    case 'redo':
      return redone(drawing);
  }
}
