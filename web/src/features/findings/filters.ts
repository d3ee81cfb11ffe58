// SPDX-License-Identifier: Apache-2.0
// The filters of a project's findings, as they stand in the page's address.
import type { operations } from '@/lib/api.gen';
import { rules } from '@/lib/rules.gen';

type Query = NonNullable<operations['listFindings']['parameters']['query']>;

export const severities = rules.addFinding.severity.options;
export const kinds = rules.addFinding.kind.options;
/** In the order in which a finding goes through them. */
export const states = ['new', 'triaged', 'valid', 'fixed', 'retest_ordered', 'verified', 'reopened', 'duplicate', 'known', 'informative', 'works_as_designed', 'not_reproducible', 'out_of_scope', 'spam', 'withdrawn'] as const satisfies readonly Query['state'][];

export type Filters = {
  q: string;
  state: (typeof states)[number] | null;
  severity: (typeof severities)[number] | null;
  kind: (typeof kinds)[number] | null;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null => values.find((value) => value === text) ?? null;

/** What the address asks for; anything that is no filter of ours is left aside. */
export const readFilters = (search: URLSearchParams): Filters => ({
  q: search.get('q')?.trim() ?? '',
  state: oneOf(states, search.get('state')),
  severity: oneOf(severities, search.get('severity')),
  kind: oneOf(kinds, search.get('kind')),
});

/** The address with some filters changed; the rest of it stays. */
export function withFilters(search: URLSearchParams, change: Partial<Filters>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const withoutFilters: Filters = { q: '', state: null, severity: null, kind: null };

export const isNarrowed = (filters: Filters): boolean => Object.values(filters).some(Boolean);

export const queryOf = ({ q, state, severity, kind }: Filters): Query => ({
  ...(q && { q }),
  ...(state && { state }),
  ...(severity && { severity }),
  ...(kind && { kind }),
});
