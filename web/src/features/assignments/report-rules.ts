// SPDX-License-Identifier: Apache-2.0
// Limits within a report. The API's document leaves the report open, because its form depends on the
// service type (mod_peertest/domain/service_types.c), so rules.gen.ts cannot have them.
import type { Rule } from '@/lib/rules';

export const reportRules = {
  actual: { maxLength: 2_000 },
  notes: { maxLength: 20_000 },
  areas: { maxItems: 50 },
  share: { min: 0, max: 100 },
  minute: { min: 0, max: 600 },
  markNote: { maxLength: 500 },
  debrief: { maxLength: 2_000 },
} as const satisfies Record<string, Rule>;

export const MARKS_MAX = 200;

/** What a submission needs at least, said before it is missed. */
export const least = { summary: 20, notes: 300, marks: 3 } as const;
