// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { percentOf, splitOf } from './split';

describe('the split of a price', () => {
  it.each([
    [{ rewardMinor: 2250, feeMinor: 225, testerFeeBps: 0 }, 2250, [2250, 0, 225]],
    [{ rewardMinor: 2250, feeMinor: 225, testerFeeBps: 0 }, 0, [0, 2475, 0]],
    [{ rewardMinor: 2250, feeMinor: 225, testerFeeBps: 0 }, 1350, [1350, 990, 135]],
    [{ rewardMinor: 999, feeMinor: 100, testerFeeBps: 500 }, 333, [316, 733, 50]],
    [{ rewardMinor: 90_000_000_001, feeMinor: 9_000_000_000, testerFeeBps: 0 }, 1, [1, 99_000_000_000, 0]],
  ])('%o, of which %i is paid', (price, paid, [tester, builder, platform]) => {
    expect(splitOf(price, paid)).toEqual({ testerMinor: tester, builderMinor: builder, platformMinor: platform });
  });

  it('loses no cent at any percentage', () => {
    const price = { rewardMinor: 1333, feeMinor: 133, testerFeeBps: 350 };
    for (let percent = 0; percent <= 100; percent += 1) {
      const { testerMinor, builderMinor, platformMinor } = splitOf(price, percentOf(price.rewardMinor, percent));
      expect(testerMinor + builderMinor + platformMinor).toBe(1466);
      expect(Math.min(testerMinor, builderMinor, platformMinor)).toBeGreaterThanOrEqual(0);
    }
  });

  it('rounds half a unit up', () => expect([percentOf(25, 50), percentOf(1, 49), percentOf(150, 33)]).toEqual([13, 0, 50]));
});
