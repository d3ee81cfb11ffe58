// SPDX-License-Identifier: Apache-2.0
// The filters of a project's findings, as they stand in the page's address.
import type { operations } from '@/lib/api.gen';
import { rules } from '@/lib/rules.gen';
import { oneOf, withParams } from '@/lib/search-params';

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

/** What the address asks for; anything that is no filter of ours is left aside. */
export const readFilters = (search: URLSearchParams): Filters => ({
  q: search.get('q')?.trim() ?? '',
  state: oneOf(states, search.get('state')),
  severity: oneOf(severities, search.get('severity')),
  kind: oneOf(kinds, search.get('kind')),
});

/** The address with some filters changed. */
export const withFilters = (search: URLSearchParams, change: Partial<Filters>): URLSearchParams => withParams(search, change);

export const withoutFilters: Filters = { q: '', state: null, severity: null, kind: null };

/** How many there are beside the words. */
export const countOf = ({ state, severity, kind }: Filters): number => [state, severity, kind].filter(Boolean).length;

export const isNarrowed = (filters: Filters): boolean => Object.values(filters).some(Boolean);

export const queryOf = ({ q, state, severity, kind }: Filters): Query => ({
  ...(q && { q }),
  ...(state && { state }),
  ...(severity && { severity }),
  ...(kind && { kind }),
});
