// SPDX-License-Identifier: Apache-2.0
// The marketplace's filters, as they stand in the page's address.
import type { operations } from '@/lib/api.gen';
import { rules } from '@/lib/rules.gen';

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
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null => values.find((value) => value === text) ?? null;

/** What the address asks for; anything that is no filter of ours is left aside. */
export function readFilters(search: URLSearchParams): Filters {
  return {
    q: search.get('q')?.trim() ?? '',
    kind: oneOf(kinds, search.get('kind')),
    type: oneOf(serviceTypes, search.get('type')),
    platform: oneOf(platforms, search.get('platform')),
    reward: oneOf(rewards, search.get('reward')),
    sort: oneOf(sorts, search.get('sort')),
  };
}

/** The address with some filters changed; the rest of it stays. */
export function withFilters(search: URLSearchParams, change: Partial<Filters>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const withoutFilters: Filters = { q: '', kind: null, type: null, platform: null, reward: null, sort: null };

/** How many filters narrow the list; the order does not. */
export const countOf = ({ q, kind, type, platform, reward }: Filters): number => [q, kind, type, platform, reward].filter(Boolean).length;

export function queryOf({ q, kind, type, platform, reward, sort }: Filters): Query {
  const order = sort ?? (q ? 'relevance' : 'newest');
  return {
    ...(q && { q }),
    ...(kind && { kind }),
    ...(type && { service_type: type }),
    ...(platform && { platform }),
    ...(reward && { min_reward_minor: Number(reward) }),
    // Without words there is nothing to be relevant to.
    sort: order === 'relevance' && !q ? 'newest' : order,
  };
}
