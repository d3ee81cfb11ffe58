// SPDX-License-Identifier: Apache-2.0
// How many bits a second a recording may take. A screen that mostly stands still stays legible with about one bit a
// second for each of its pixels; less than the first row blurs letters while something scrolls, and more than the
// last one only costs the tester's connection.

const rates = [
  { upToPixels: 1_000_000, bitsPerSecond: 1_200_000 }, // a window, 1280 × 720
  { upToPixels: 2_100_000, bitsPerSecond: 2_000_000 }, // 1920 × 1080
  { upToPixels: 3_700_000, bitsPerSecond: 3_200_000 }, // 2560 × 1440
  { upToPixels: Infinity, bitsPerSecond: 4_500_000 }, // 3840 × 2160
] as const;

const USUAL_PIXELS = 1920 * 1080;
/** So long a recording has to fit into what the server takes, whatever its picture. */
const FITTING_SECONDS = 60 * 60;
/** Sound, and what the form itself takes. */
const OTHER_BITS = 160_000;
/** Below this nobody can read along: then it is shorter instead. */
const LEAST_BITS = 400_000;

type Picture = { width?: number | undefined; height?: number | undefined };

/** For a picture of this size, within the bytes that a recording may have; null where those are not known. */
export function bitrateFor({ width, height }: Picture, maxBytes: number | null): number {
  const pixels = width && height ? width * height : USUAL_PIXELS;
  const wanted = rates.find(({ upToPixels }) => pixels <= upToPixels)?.bitsPerSecond ?? LEAST_BITS;
  const fitting = maxBytes === null ? wanted : (maxBytes * 8) / FITTING_SECONDS - OTHER_BITS;
  return Math.round(Math.max(LEAST_BITS, Math.min(wanted, fitting)));
}

/** What a minute takes, sound included. */
export const bytesAMinute = (bitsPerSecond: number): number => ((bitsPerSecond + OTHER_BITS) * 60) / 8;
