// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { blank, draw, selectedOf, type Drawing, type Step } from './drawing';
import { stepOf, type Press } from './drawing-keys';
import { handleAt, numberOf, pulled, shapeAt, type Shape, type ShapeKind } from './shapes';

const size = { width: 1000, height: 600 };
const unit = 2;

const shape = (kind: ShapeKind, x = 100, y = 100, more: Partial<Shape> = {}): Shape => ({ id: 0, kind, colour: 'red', from: { x, y }, to: { x: x + 50, y: y + 40 }, text: '', ...more });
const add = (kind: ShapeKind, x?: number, y?: number): Step => ({ type: 'add', shape: shape(kind, x, y), unit });
const after = (...steps: Step[]): Drawing => steps.reduce(draw, blank);
const kindsOf = ({ shapes }: Drawing): ShapeKind[] => shapes.map(({ kind }) => kind);
const nudge: Step = { type: 'nudge', by: { x: 5, y: 0 }, size };

describe('the way back', () => {
  it('takes each step back and makes it again', () => {
    const drawn = after(add('arrow'), add('box'), { type: 'undo' });
    expect(kindsOf(drawn)).toEqual(['arrow']);
    expect(kindsOf(draw(drawn, { type: 'redo' }))).toEqual(['arrow', 'box']);
  });

  it('brings back what was removed', () => {
    expect(kindsOf(after(add('box'), { type: 'remove', id: 1 }))).toEqual([]);
    expect(kindsOf(after(add('box'), { type: 'remove', id: 1 }, { type: 'undo' }))).toEqual(['box']);
  });

  it('ends where something else was drawn', () => {
    expect(after(add('arrow'), { type: 'undo' }, add('box')).future).toEqual([]);
  });

  it('takes a row of small moves back at once, and not those of another choice', () => {
    const moved = after(add('box'), nudge, nudge, nudge);
    expect(moved.shapes[0]?.from.x).toBe(115);
    expect(draw(moved, { type: 'undo' }).shapes[0]?.from.x).toBe(100);
    const twice = after(add('box'), nudge, { type: 'select', id: 1 }, nudge, { type: 'undo' });
    expect(twice.shapes[0]?.from.x).toBe(105);
  });

  it('lets go of what is not there any more', () => {
    expect(after(add('box'), { type: 'undo' }).selectedId).toBeNull();
  });

  it('does nothing where there is none', () => {
    expect(after({ type: 'undo' }, { type: 'redo' })).toEqual(blank);
  });
});

it('what was just drawn is chosen; a slip of the finger draws nothing', () => {
  expect(selectedOf(after(add('box')))?.kind).toBe('box');
  const slip: Step = { type: 'add', shape: shape('box', 10, 10, { to: { x: 12, y: 12 } }), unit };
  expect(after(slip).shapes).toEqual([]);
});

it('numbers count by themselves and close the gap', () => {
  const drawn = after(add('number'), add('box'), add('number'), add('number'), { type: 'remove', id: 1 });
  expect(drawn.shapes.filter(({ kind }) => kind === 'number').map((mark) => numberOf(drawn.shapes, mark))).toEqual([1, 2]);
});

it('a colour goes to what is chosen and to what comes next, and never to a blur', () => {
  const drawn = after(add('box'), { type: 'colour', colour: 'blue' });
  expect([drawn.shapes[0]?.colour, drawn.colour]).toEqual(['blue', 'blue']);
  expect(after(add('blur'), { type: 'colour', colour: 'blue' }).past).toHaveLength(1);
});

it('nothing is moved out of reach', () => {
  const far = after(add('box'), { type: 'nudge', by: { x: 5000, y: -5000 }, size });
  expect(far.shapes[0]?.from).toEqual({ x: 975, y: -20 });
});

describe('pointing', () => {
  const shapes = [shape('box', 0, 0, { id: 1 }), shape('arrow', 10, 10, { id: 2 })];

  it('finds the topmost, and an arrow only along its line', () => {
    expect(shapeAt(shapes, { x: 35, y: 30 }, 4)?.id).toBe(2);
    expect(shapeAt(shapes, { x: 45, y: 5 }, 4)?.id).toBe(1);
    expect(shapeAt(shapes, { x: 300, y: 300 }, 4)).toBeUndefined();
  });

  it('pulls one corner and leaves the opposite one', () => {
    const box = shape('box', 0, 0);
    const handle = handleAt(box, { x: 1, y: 39 }, 4);
    expect(handle).toEqual({ x: 'from', y: 'to' });
    expect(handle && pulled(box, handle, { x: -10, y: 80 })).toMatchObject({ from: { x: -10, y: 0 }, to: { x: 50, y: 80 } });
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  const drawn = after(add('box'));

  it.each([
    ['a tool', press('u'), { type: 'tool', tool: 'blur' }],
    ['moving', press('ArrowLeft'), { type: 'nudge', by: { x: -10, y: 0 } }],
    ['moving by a pixel', press('ArrowDown', { altKey: true }), { type: 'nudge', by: { x: 0, y: 1 } }],
    ['its size', press('ArrowRight', { shiftKey: true }), { type: 'change', shape: { from: { x: 100 }, to: { x: 160 } } }],
    ['removing', press('Delete'), { type: 'remove', id: 1 }],
    ['letting go', press('Escape'), { type: 'select', id: null }],
    ['undo', press('z', { ctrlKey: true }), { type: 'undo' }],
    ['redo', press('Z', { metaKey: true, shiftKey: true }), { type: 'redo' }],
  ])('%s', (_name, key, step) => {
    expect(stepOf(drawn, key, size)).toMatchObject(step);
  });

  it('mean nothing where nothing is chosen', () => {
    expect(['ArrowLeft', 'Delete', 'Escape', 'q'].map((key) => stepOf(blank, press(key), size))).toEqual([null, null, null, null]);
  });
});
