// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { meanOf, mosaic, wholeArea } from './mosaic';

const area = { x: 10, y: 20, width: 131, height: 47 };

/** A line of light and dark pixels, as letters make them. */
const pixels = (values: readonly number[]): Uint8ClampedArray => new Uint8ClampedArray(values.flatMap((value) => [value, value, value, 255]));

describe('what stands where something was blurred', () => {
  it('is the same for every text of the same mean: nothing else of it is there', () => {
    const secret = meanOf(pixels([0, 0, 255, 0, 255, 255, 0, 255]));
    const other = meanOf(pixels([255, 255, 0, 255, 0, 0, 255, 0]));
    expect(mosaic(area, secret)).toEqual(mosaic(area, other));
    expect(secret).toEqual([128, 128, 128]);
  });

  it('covers the whole area, each pixel once', () => {
    const covered = new Map<string, number>();
    for (const { x, y, width, height } of mosaic(area, [90, 90, 90])) {
      for (let column = x; column < x + width; column += 1) for (let row = y; row < y + height; row += 1) covered.set(`${column} ${row}`, (covered.get(`${column} ${row}`) ?? 0) + 1);
    }
    expect(covered.size).toBe(area.width * area.height);
    expect(Math.max(...covered.values())).toBe(1);
  });

  it('looks like a mosaic, and the same each time it is painted', () => {
    const tiles = mosaic(area, [90, 90, 90]);
    expect(new Set(tiles.map(({ colour }) => colour.join(' '))).size).toBeGreaterThan(10);
    expect(mosaic(area, [90, 90, 90])).toEqual(tiles);
  });
});

it('half a pixel is blurred as a whole one, and none beyond the picture', () => {
  expect(wholeArea({ x: 1.5, y: -3, width: 4.2, height: 10 }, { width: 100, height: 5 })).toEqual({ x: 1, y: 0, width: 5, height: 5 });
  expect(wholeArea({ x: 200, y: 0, width: 10, height: 10 }, { width: 100, height: 5 }).width).toBe(0);
});
