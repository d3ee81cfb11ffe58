// SPDX-License-Identifier: Apache-2.0
// The plan of someone who is not signed in, kept in this browser until it can move to their account.
import { recall, remember } from '@/lib/memory';

import type { Plan } from './plan-model';

const KEY = 'peertest.plan';

export function keptPlan(): Plan | null {
  try {
    // Written below by this version of the page or an older one; an unknown form counts as none.
    const plan = JSON.parse(recall(KEY) ?? 'null') as Plan | null;
    return plan && Array.isArray(plan.roles) && plan.roles.every(({ items }) => Array.isArray(items)) ? plan : null;
  } catch {
    return null;
  }
}

export const keepPlan = (plan: Plan | null): void => remember(KEY, plan && JSON.stringify(plan));
