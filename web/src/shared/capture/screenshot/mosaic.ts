// SPDX-License-Identifier: Apache-2.0
// What stands where something was blurred. A mosaic of the real pixels can be read again by trying out what
// text would give the same tiles; so these tiles know the place's one mean colour and nothing else.
import type { Area, Size } from './shapes';

export type Rgb = readonly [red: number, green: number, blue: number];

const TILES_ACROSS = 12;
const SMALLEST_TILE = 6;
/** How much lighter or darker a tile may be than the mean, of 255. */
const PLAY = 28;

export type Tile = Area & { colour: Rgb };

/** Whole pixels: a half covered one would let through half of what lies below it. */
export function wholeArea({ x, y, width, height }: Area, size: Size): Area {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, bottom] = [Math.min(size.width, Math.ceil(x + width)), Math.min(size.height, Math.ceil(y + height))];
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** A number from 0 to 1 that looks random, and is the same for the same tile each time it is painted. */
function scattered(column: number, row: number): number {
  let hash = Math.imul(column + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const shaded = (value: number, by: number): number => Math.round(Math.min(255, Math.max(0, value + by)));

export function mosaic(area: Area, mean: Rgb): Tile[] {
  const side = Math.max(SMALLEST_TILE, Math.ceil(Math.max(area.width, area.height) / TILES_ACROSS));
  const [columns, rows] = [Math.ceil(area.width / side), Math.ceil(area.height / side)];
  return Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const [x, y] = [area.x + column * side, area.y + row * side];
    const by = (scattered(column, row) - 0.5) * 2 * PLAY;
    return {
      x,
      y,
      width: Math.min(side, area.x + area.width - x),
      height: Math.min(side, area.y + area.height - y),
      colour: [shaded(mean[0], by), shaded(mean[1], by), shaded(mean[2], by)],
    };
  });
}

/** The mean of an image's pixels (red, green, blue, alpha in a row). */
export function meanOf(pixels: ArrayLike<number>): Rgb {
  const sums = [0, 0, 0];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1) sums[channel] = (sums[channel] ?? 0) + (pixels[at + channel] ?? 0);
  }
  const count = Math.max(1, Math.floor(pixels.length / 4));
  const [red = 0, green = 0, blue = 0] = sums.map((total) => Math.round(total / count));
  return [red, green, blue];
}
