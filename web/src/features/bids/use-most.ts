// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import { configQuery } from '@/lib/config';
import { rules } from '@/lib/rules.gen';

/** The most that one item may cost: no item costs more than a whole seat. */
export function useMost(): number {
  const { data: config } = useQuery(configQuery());
  return config?.reward_max_minor ?? rules.createBid.items.items.fields.amount_minor.max;
}
