// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { configQuery } from '@/lib/config';
import { netOf, simplePrice, type SimplePrice } from '@/lib/fee';
import { minorPerMajor } from '@/lib/format';

export type Plan = {
  seats: number;
  setSeats: (seats: number) => void;
  rewardMinor: number;
  setRewardMinor: (minor: number) => void;
  /** What the sliders may range over: whole units of the currency. */
  reward: { min: number; max: number; step: number };
  currency: string;
  feeBasisPoints: number;
  /** What a tester gets of the reward. */
  netMinor: number;
  reviewDays: number;
  price: SimplePrice;
};

/** Ends of the sliders: more is possible, in the form that posts a job. */
export const MAX_SEATS = 20;
const MAX_REWARD = 100;
const FIRST_SEATS = 3;
const FIRST_REWARD = 15;

/** Two figures to play with, priced by the operator's own settings. Null until those are known. */
export function usePlan(): { plan: Plan | null; error: unknown; retry: () => void } {
  const { data: config, error, refetch } = useQuery(configQuery());
  const [seats, setSeats] = useState(FIRST_SEATS);
  const [chosenMinor, setRewardMinor] = useState<number | null>(null);
  const currency = config?.currencies[0];
  if (!config || !currency) return { plan: null, error, retry: () => void refetch() };

  const unit = minorPerMajor(currency);
  const min = Math.ceil(config.reward_min_minor / unit) * unit;
  const max = Math.max(min, Math.min(config.reward_max_minor, MAX_REWARD * unit));
  const rewardMinor = chosenMinor ?? Math.min(max, Math.max(min, FIRST_REWARD * unit));
  const plan = {
    seats,
    setSeats,
    rewardMinor,
    setRewardMinor,
    reward: { min, max, step: unit },
    currency,
    feeBasisPoints: config.builder_fee_bps,
    netMinor: netOf(rewardMinor, config.tester_fee_bps),
    reviewDays: config.review_days,
    price: simplePrice(seats, rewardMinor, config.builder_fee_bps),
  };
  return { plan, error: null, retry: () => undefined };
}
