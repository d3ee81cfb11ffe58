// SPDX-License-Identifier: Apache-2.0
import type { EstimateBody } from '@/shared/pricing-query';

import type { PlanRole } from './plan-model';

/** The roles as the price list sees them: those that have work. Null when none has. */
export function estimateOf(roles: readonly PlanRole[], currency: string): EstimateBody | null {
  const priced = roles.flatMap(({ name, seats = 1, requirements: { level, nda }, items }) => {
    if (items.length === 0) return [];
    const lines = items.map(({ service_type, quantity = 1, bonus_cap_minor = 0 }) => ({ service_type, quantity, bonus_cap_minor }));
    return [{ name, seats, level, confidentiality: nda ? ('nda' as const) : ('none' as const), items: lines }];
  });
  return priced.length === 0 ? null : { currency, roles: priced };
}
