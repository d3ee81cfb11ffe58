// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { captureName } from '../capture-name';
import { refusalOf } from '../screen';
import { bitrateFor } from './bitrate';
import { trimOf } from './hand-over';
import { loudnessLevel, loudnessOf } from './microphone';
import { startStopwatch } from './stopwatch';

describe('the stopwatch', () => {
  it('leaves pauses out, and a second press changes nothing', () => {
    let now = 1000;
    const watch = startStopwatch(() => now);
    now += 500;
    watch.pause();
    now += 9000;
    watch.pause();
    expect(watch.elapsedMs()).toBe(500);
    watch.resume();
    now += 250;
    watch.resume();
    expect(watch.elapsedMs()).toBe(750);
  });
});

describe('the cut', () => {
  it.each([
    ['all of it', 0, 10_000, null],
    ['all of it but a slip', 100, 9_900, null],
    ['the beginning', 2_000, 10_000, { start_ms: 2_000, end_ms: 10_000 }],
    ['the end', 0, 4_000, { start_ms: 0, end_ms: 4_000 }],
  ])('of %s', (_name, start, end, trim) => {
    expect(trimOf(start, end, 10_000)).toEqual(trim);
  });
});

describe('how many bits a recording may take', () => {
  it.each([
    ['a window', 1280, 720, null, 1_200_000],
    ['a usual screen', 1920, 1080, null, 2_000_000],
    ['a large screen', 3840, 2160, null, 4_500_000],
    ['a picture of unknown size', undefined, undefined, null, 2_000_000],
    ['an hour of a large screen has to fit', 3840, 2160, 1_000_000_000, 2_062_222],
    ['the least that can be read', 3840, 2160, 10_000_000, 400_000],
  ])('%s', (_name, width, height, maxBytes, bits) => {
    expect(bitrateFor({ width, height }, maxBytes)).toBe(bits);
  });
});

describe('loudness', () => {
  it('is the root of the mean square', () => {
    expect(loudnessOf(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBeCloseTo(0.5);
    expect(loudnessOf(new Float32Array(8))).toBe(0);
  });

  it('is shown as ears hear it', () => {
    expect([1, 0.001, 0].map(loudnessLevel)).toEqual([1, 0, 0]);
    expect(loudnessLevel(0.0316)).toBeCloseTo(0.5, 2);
  });
});

it('a name sorts by time and has nothing that a system refuses', () => {
  expect(captureName('Recording', new Date(2026, 2, 1, 4, 5, 9), 'webm')).toBe('Recording 2026-03-01 04.05.09.webm');
});

it.each([
  ['NotAllowedError', 'Permission denied', 'cancelled'],
  ['NotAllowedError', 'Permission denied by system', 'blocked'],
  ['NotReadableError', '', 'failed'],
])('a refusal called %s (%s) is %s', (name, message, refusal) => {
  expect(refusalOf(Object.assign(new Error(message), { name }))).toBe(refusal);
});
