// SPDX-License-Identifier: Apache-2.0
// The platform's fee, as the server computes it. The server's figure always counts; this one is
// for showing a price before anything is sent.

/** Half a minor unit rounds up. Integers only, so the result is exact. */
export function feeOf(amountMinor: number, basisPoints: number): number {
  return Math.floor((amountMinor * basisPoints + 5_000) / 10_000);
}

/** What a tester gets of an amount. */
export const netOf = (amountMinor: number, testerFeeBasisPoints: number): number => amountMinor - feeOf(amountMinor, testerFeeBasisPoints);

export type SimplePrice = { rewardsMinor: number; feeMinor: number; totalMinor: number };

/** What a builder pays for a simple job: each seat carries its own reward and fee. */
export function simplePrice(seats: number, rewardMinor: number, feeBasisPoints: number): SimplePrice {
  const rewardsMinor = seats * rewardMinor;
  const feeMinor = seats * feeOf(rewardMinor, feeBasisPoints);
  return { rewardsMinor, feeMinor, totalMinor: rewardsMinor + feeMinor };
}
