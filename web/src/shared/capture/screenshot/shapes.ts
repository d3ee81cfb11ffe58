// SPDX-License-Identifier: Apache-2.0
// What is drawn over a picture. Places are the picture's own pixels, so that a drawing does not depend on its zoom.

export type Point = { x: number; y: number };
export type Area = Point & { width: number; height: number };
export type Size = { width: number; height: number };

export const shapeKinds = ['arrow', 'box', 'text', 'number', 'blur'] as const;
export type ShapeKind = (typeof shapeKinds)[number];
export const colours = ['red', 'blue', 'black', 'white'] as const;
export type Colour = (typeof colours)[number];

/** An arrow points at `to`; the others lie between the two corners. */
export type Shape = { id: number; kind: ShapeKind; colour: Colour; from: Point; to: Point; text: string };

/** A handle moves these coordinates of a shape. */
export type Handle = { x: 'from' | 'to'; y: 'from' | 'to' };

const START: Handle = { x: 'from', y: 'from' };
const END: Handle = { x: 'to', y: 'to' };
const handlesOf: Record<ShapeKind, readonly Handle[]> = {
  arrow: [START, END],
  box: [START, END, { x: 'from', y: 'to' }, { x: 'to', y: 'from' }],
  blur: [START, END, { x: 'from', y: 'to' }, { x: 'to', y: 'from' }],
  text: [],
  number: [],
};

export const handles = (shape: Shape): readonly Handle[] => handlesOf[shape.kind];
export const handlePoint = (shape: Shape, handle: Handle): Point => ({ x: shape[handle.x].x, y: shape[handle.y].y });
export const isDragged = (kind: ShapeKind): kind is 'arrow' | 'box' | 'blur' => handlesOf[kind].length > 0;

/** Widths of lines and letters grow with the picture: they look alike on a phone's and on a screen's. */
export const unitOf = ({ width, height }: Size): number => Math.max(1.5, Math.max(width, height) / 300);

/** Letters and figures, in units. */
export const LETTER = 8;
export const DISC = 6;

export function areaOf({ from, to }: Pick<Shape, 'from' | 'to'>): Area {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
}

export const moved = (shape: Shape, by: Point): Shape => ({
  ...shape,
  from: { x: shape.from.x + by.x, y: shape.from.y + by.y },
  to: { x: shape.to.x + by.x, y: shape.to.y + by.y },
});

export function pulled(shape: Shape, handle: Handle, to: Point): Shape {
  const next = { ...shape, from: { ...shape.from }, to: { ...shape.to } };
  next[handle.x].x = to.x;
  next[handle.y].y = to.y;
  return next;
}

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
export const inside = (point: Point, { width, height }: Size): Point => ({ x: between(point.x, 0, width), y: between(point.y, 0, height) });

/** Moves a shape as far as its middle stays on the picture: nothing gets out of reach. */
export function movedInside(shape: Shape, by: Point, size: Size): Shape {
  const area = areaOf(shape);
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const wanted = inside({ x: middle.x + by.x, y: middle.y + by.y }, size);
  return moved(shape, { x: wanted.x - middle.x, y: wanted.y - middle.y });
}

/** Too small to be meant: a slip of the finger. */
export function isSlip(shape: Shape, unit: number): boolean {
  const { width, height } = areaOf(shape);
  return isDragged(shape.kind) && Math.hypot(width, height) < 3 * unit;
}

/** How far a point is from the line between two others. */
function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : between(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1);
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}

function isHit(shape: Shape, point: Point, slack: number): boolean {
  if (shape.kind === 'arrow') return distanceToLine(point, shape.from, shape.to) <= slack;
  const { x, y, width, height } = areaOf(shape);
  return point.x >= x - slack && point.x <= x + width + slack && point.y >= y - slack && point.y <= y + height + slack;
}

/** The topmost shape at a point. */
export const shapeAt = (shapes: readonly Shape[], point: Point, slack: number): Shape | undefined =>
  shapes.findLast((shape) => isHit(shape, point, slack));

/** The handle at a point, if any. */
export const handleAt = (shape: Shape, point: Point, slack: number): Handle | undefined =>
  handles(shape).find((handle) => {
    const place = handlePoint(shape, handle);
    return Math.hypot(place.x - point.x, place.y - point.y) <= slack;
  });

/** What a numbered mark says: they count by themselves, so removing one closes the gap. */
export function numberOf(shapes: readonly Shape[], { id, kind }: Pick<Shape, 'id' | 'kind'>): number {
  const alike = shapes.filter((shape) => shape.kind === kind);
  const at = alike.findIndex((shape) => shape.id === id);
  return (at === -1 ? alike.length : at) + 1;
}

/** A new shape in the middle of a picture, for those who do not point. */
export function inMiddle(kind: ShapeKind, colour: Colour, { width, height }: Size): Shape {
  const at = (part: number): Point => ({ x: width * part, y: height * part });
  return { id: 0, kind, colour, from: at(0.4), to: at(0.6), text: '' };
}
