// SPDX-License-Identifier: Apache-2.0
// The marketplace's filters, as they stand in the page's address.
import type { operations } from '@/lib/api.gen';
import { rules } from '@/lib/rules.gen';
import { oneOf, withParams } from '@/lib/search-params';

type Query = NonNullable<operations['listJobs']['parameters']['query']>;

/** Which of these the site offers is in its settings. */
export const serviceTypes = rules.createJob.service_type.options;
export const kinds = ['simple', 'structured'] as const satisfies readonly Query['kind'][];
export const platforms = rules.createProject.platforms.items.options;
export const sorts = ['newest', 'reward', 'deadline', 'relevance'] as const satisfies readonly Query['sort'][];
/** Steps of the least reward, in minor units. */
export const rewards = ['500', '1000', '2500'] as const;

export type Filters = {
  q: string;
  kind: (typeof kinds)[number] | null;
  type: (typeof serviceTypes)[number] | null;
  platform: (typeof platforms)[number] | null;
  reward: (typeof rewards)[number] | null;
  sort: (typeof sorts)[number] | null;
  /** Only what a signed-in tester can take; that list has an order of its own and no search. */
  fits: 'true' | null;
};

/** What the address asks for; anything that is no filter of ours is left aside. */
export function readFilters(search: URLSearchParams): Filters {
  return {
    q: search.get('q')?.trim() ?? '',
    kind: oneOf(kinds, search.get('kind')),
    type: oneOf(serviceTypes, search.get('type')),
    platform: oneOf(platforms, search.get('platform')),
    reward: oneOf(rewards, search.get('reward')),
    sort: oneOf(sorts, search.get('sort')),
    fits: oneOf(['true'], search.get('fits')),
  };
}

/** The address with some filters changed. */
export const withFilters = (search: URLSearchParams, change: Partial<Filters>): URLSearchParams => withParams(search, change);

export const withoutFilters: Filters = { q: '', kind: null, type: null, platform: null, reward: null, sort: null, fits: null };

/** How many filters narrow the list; the order does not. */
export const countOf = ({ q, kind, type, platform, reward, fits }: Filters): number => [q, kind, type, platform, reward, fits].filter(Boolean).length;

/** What narrows both lists of jobs, that of all and that of the fitting ones. */
export const narrowing = ({ kind, type, platform, reward }: Filters) => ({
  ...(kind && { kind }),
  ...(type && { service_type: type }),
  ...(platform && { platform }),
  ...(reward && { min_reward_minor: Number(reward) }),
});

export function queryOf(filters: Filters): Query {
  const { q, sort } = filters;
  const order = sort ?? (q ? 'relevance' : 'newest');
  return {
    ...(q && { q }),
    ...narrowing(filters),
    // Without words there is nothing to be relevant to.
    sort: order === 'relevance' && !q ? 'newest' : order,
  };
}
