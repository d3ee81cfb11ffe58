// SPDX-License-Identifier: Apache-2.0
// Draws a picture and what is over it: the same on the screen and in the file that leaves.
import { mosaic, wholeArea } from './mosaic';
import { meanColour, penOf, type Picture } from './picture';
import { areaOf, DISC, handlePoint, handles, LETTER, numberOf, unitOf, type Colour, type Point, type Shape, type Size } from './shapes';

type Pen = CanvasRenderingContext2D;
type Ink = Record<Colour | 'accent', string>;

/** The colours of the theme, as a canvas wants them. */
export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { red: read('--color-pen-red'), blue: read('--color-pen-blue'), black: read('--color-pen-black'), white: read('--color-pen-white'), accent: read('--color-pen-blue') };
}

/** What a colour stands out against: every line has a thin edge of it, so it is seen on any picture. */
const edgeOf = (colour: Colour): Colour => (colour === 'white' ? 'black' : 'white');

const letters = (unit: number): string => `600 ${LETTER * unit}px ${getComputedStyle(document.body).fontFamily}`;

/** Draws a path twice: its edge, then itself. */
function stroke(pen: Pen, path: Path2D, { colour }: Shape, unit: number, ink: Ink): void {
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.strokeStyle = ink[edgeOf(colour)];
  pen.lineWidth = unit * 2;
  pen.stroke(path);
  pen.strokeStyle = ink[colour];
  pen.lineWidth = unit;
  pen.stroke(path);
}

function arrow(pen: Pen, shape: Shape, unit: number, ink: Ink): void {
  const { from, to } = shape;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number): Point => ({ x: to.x - 6 * unit * Math.cos(angle + turn), y: to.y - 6 * unit * Math.sin(angle + turn) });
  const path = new Path2D();
  path.moveTo(from.x, from.y);
  path.lineTo(to.x, to.y);
  for (const turn of [0.5, -0.5]) {
    const { x, y } = barb(turn);
    path.moveTo(x, y);
    path.lineTo(to.x, to.y);
  }
  stroke(pen, path, shape, unit, ink);
}

function box(pen: Pen, shape: Shape, unit: number, ink: Ink): void {
  const { x, y, width, height } = areaOf(shape);
  const path = new Path2D();
  path.roundRect(x, y, width, height, unit);
  stroke(pen, path, shape, unit, ink);
}

function text(pen: Pen, shape: Shape, unit: number, ink: Ink): void {
  const { x, y } = areaOf(shape);
  pen.font = letters(unit);
  pen.textBaseline = 'top';
  pen.lineJoin = 'round';
  pen.lineWidth = unit * 1.5;
  pen.strokeStyle = ink[edgeOf(shape.colour)];
  pen.strokeText(shape.text, x, y);
  pen.fillStyle = ink[shape.colour];
  pen.fillText(shape.text, x, y);
}

function number(pen: Pen, shape: Shape, unit: number, ink: Ink, count: number): void {
  const { x, y, width } = areaOf(shape);
  const middle = { x: x + width / 2, y: y + width / 2 };
  pen.beginPath();
  pen.arc(middle.x, middle.y, width / 2, 0, 2 * Math.PI);
  pen.fillStyle = ink[shape.colour];
  pen.fill();
  pen.strokeStyle = ink[edgeOf(shape.colour)];
  pen.lineWidth = unit / 2;
  pen.stroke();
  pen.font = letters(count > 9 ? unit * 0.8 : unit);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = ink[edgeOf(shape.colour)];
  pen.fillText(String(count), middle.x, middle.y + unit / 2);
}

function blur(pen: Pen, shape: Shape, picture: Picture): void {
  const area = wholeArea(areaOf(shape), picture);
  if (area.width === 0 || area.height === 0) return;
  for (const tile of mosaic(area, meanColour(picture, area))) {
    pen.fillStyle = `rgb(${tile.colour.join(' ')})`;
    pen.fillRect(tile.x, tile.y, tile.width, tile.height);
  }
}

/** Lays a drawing over its picture. What is blurred comes first: it hides the picture, not what is said about it. */
export function paint(pen: Pen, picture: Picture, shapes: readonly Shape[], ink: Ink): void {
  const unit = unitOf(picture);
  const over = { arrow, box, text, number } as const;
  pen.drawImage(picture.image, 0, 0);
  for (const shape of shapes) if (shape.kind === 'blur') blur(pen, shape, picture);
  for (const shape of shapes) {
    if (shape.kind === 'blur') continue;
    pen.save();
    over[shape.kind](pen, shape, unit, ink, numberOf(shapes, shape));
    pen.restore();
  }
}

/** The frame around what is chosen, and its handles; `scale` is the screen's pixels to one of the picture. */
export function paintChoice(pen: Pen, shape: Shape, scale: number, ink: Ink): void {
  const { x, y, width, height } = areaOf(shape);
  const gap = 4 / scale;
  pen.save();
  pen.lineWidth = 1.5 / scale;
  pen.strokeStyle = ink.accent;
  pen.setLineDash([5 / scale, 4 / scale]);
  pen.strokeRect(x - gap, y - gap, width + 2 * gap, height + 2 * gap);
  pen.setLineDash([]);
  pen.fillStyle = ink.white;
  for (const handle of handles(shape)) {
    const place = handlePoint(shape, handle);
    pen.beginPath();
    pen.arc(place.x, place.y, 6 / scale, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
  pen.restore();
}

/** How much room words take. */
export function textSize(pen: Pen, words: string, unit: number): Size {
  pen.save();
  pen.font = letters(unit);
  const { width } = pen.measureText(words || ' ');
  pen.restore();
  return { width: Math.max(width, LETTER * unit), height: LETTER * unit * 1.2 };
}

/** A shape of one size, around a point. */
export function placedAt(pen: Pen, kind: 'text' | 'number', colour: Colour, point: Point, unit: number): Shape {
  const { width, height } = kind === 'text' ? textSize(pen, '', unit) : { width: 2 * DISC * unit, height: 2 * DISC * unit };
  const from = kind === 'text' ? { x: point.x, y: point.y - height / 2 } : { x: point.x - width / 2, y: point.y - height / 2 };
  return { id: 0, kind, colour, from, to: { x: from.x + width, y: from.y + height }, text: '' };
}

export function written(pen: Pen, shape: Shape, words: string, unit: number): Shape {
  const { width, height } = textSize(pen, words, unit);
  return { ...shape, text: words, to: { x: shape.from.x + width, y: shape.from.y + height } };
}

/** Picture and drawing in one, at the picture's full size: what is blurred is gone from it. */
export function burnt(picture: Picture, shapes: readonly Shape[], ink: Ink): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  paint(penOf(canvas), picture, shapes.filter((shape) => shape.kind !== 'text' || shape.text.trim() !== ''), ink);
  return canvas;
}
