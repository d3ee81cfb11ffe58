// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it } from 'vitest';

import { decimal, instant, money, parseMinor, relative, setReader, span } from './format';

beforeEach(() => setReader({ locale: 'en-US', timeZone: 'UTC' }));

describe('money', () => {
  it.each([
    [4950, 'usd', '$49.50'],
    [5, 'usd', '$0.05'],
    [-120, 'usd', '-$1.20'],
    [1500, 'jpy', '¥1,500'],
    [9_007_199_254_740_991, 'usd', '$90,071,992,547,409.91'],
  ])('%d %s is written %s', (minor, currency, text) => expect(money(minor, currency)).toBe(text));

  it.each([
    ['12.50', 'usd', 1250],
    ['12,5', 'usd', 1250],
    [' 7 ', 'usd', 700],
    ['7.', 'usd', 700],
    ['0.07', 'usd', 7],
    ['1500', 'jpy', 1500],
  ])('"%s" in %s is read as %d', (text, currency, minor) => expect(parseMinor(text, currency)).toBe(minor));

  it.each(['', '.', '1.234', '-5', '1e3', '12.5.1', 'ten'])('"%s" is no amount', (text) =>
    expect(parseMinor(text, 'usd')).toBeNull(),
  );

  it('comes back as it was written', () => expect(parseMinor(decimal(104, 'usd'), 'usd')).toBe(104));
});

describe('time', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  it.each([
    ['2026-03-10T11:59:40Z', 'now'],
    ['2026-03-10T11:15:00Z', '45 minutes ago'],
    ['2026-03-10T15:00:00Z', 'in 3 hours'],
    ['2026-03-09T12:00:00Z', 'yesterday'],
  ])('%s is %s', (iso, text) => expect(relative(iso, now)).toBe(text));

  it.each([
    [3 * 86_400_000 + 4 * 3_600_000, '3 days 4 hr'],
    [86_400_000, '1 day'],
    [5 * 3_600_000 + 20 * 60_000, '5 hr 20 min'],
    [20_000, '1 min'],
  ])('%d ms is %s', (milliseconds, text) => expect(span(milliseconds)).toBe(text));

  it("is exact in the reader's zone, which it names", () => {
    setReader({ locale: 'en-US', timeZone: 'Asia/Tokyo' });
    expect(instant('2026-03-10T12:00:00Z')).toBe('Mar 10, 2026, 09:00 PM GMT+9');
  });

  it('falls back to what the browser says when a setting is unknown', () => {
    setReader({ locale: 'not a locale', timeZone: 'Mars/Olympus' });
    expect(() => instant('2026-03-10T12:00:00Z')).not.toThrow();
  });
});
