// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import { configQuery } from '@/lib/config';
import { feeOf } from '@/lib/fee';

/** What the tester gets of a reward. */
export function useNetReward(rewardMinor: number): number {
  const { data: config } = useQuery(configQuery());
  return rewardMinor - feeOf(rewardMinor, config?.tester_fee_bps ?? 0);
}
