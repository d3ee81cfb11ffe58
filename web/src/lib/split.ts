// SPDX-License-Identifier: Apache-2.0
// How the price of a piece of work is split by a decision, as the server splits it. The server's
// figure always counts; these are for showing what a decision would do before it is made.
import { feeOf } from './fee';

/** Half a minor unit rounds up. In a width that cannot overflow. */
export function partOf(amountMinor: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const [amount, share, all] = [BigInt(amountMinor), BigInt(part), BigInt(whole)];
  return Number((amount * share * 2n + all) / (all * 2n));
}

export const percentOf = (amountMinor: number, percent: number): number => partOf(amountMinor, percent, 100);

/** The price: what the tester can earn at most, and the builder's fee on it. */
export type Price = { rewardMinor: number; feeMinor: number; testerFeeBps: number };

export type Split = { testerMinor: number; platformMinor: number; builderMinor: number };

/** The tester gets what is paid less their fee, the builder the rest with its share of the fee, the platform what remains. */
export function splitOf({ rewardMinor, feeMinor, testerFeeBps }: Price, paidMinor: number): Split {
  const unpaid = rewardMinor - paidMinor;
  const testerMinor = paidMinor - feeOf(paidMinor, testerFeeBps);
  const builderMinor = unpaid + partOf(feeMinor, unpaid, rewardMinor);
  return { testerMinor, builderMinor, platformMinor: rewardMinor + feeMinor - testerMinor - builderMinor };
}
