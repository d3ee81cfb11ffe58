// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';

import { feeOf, simplePrice } from './fee';

it.each([
  [4500, 1000, 450],
  [5, 1000, 1], // half a unit rounds up
  [4, 1000, 0],
  [333, 333, 11],
  [100, 0, 0],
])('the fee on %d at %d basis points is %d', (amount, basisPoints, fee) => expect(feeOf(amount, basisPoints)).toBe(fee));

it('rounds the fee of each seat, not of the sum', () => {
  expect(simplePrice(3, 105, 1000)).toEqual({ rewardsMinor: 315, feeMinor: 33, totalMinor: 348 });
});
