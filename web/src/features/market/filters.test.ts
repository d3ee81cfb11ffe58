// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { countOf, queryOf, readFilters, withFilters, withoutFilters } from './filters';

const read = (address: string) => readFilters(new URLSearchParams(address));

describe('the filters in the address', () => {
  it('become a query, and only what was asked for', () => {
    expect(queryOf(read('type=exploratory&reward=1000'))).toEqual({ service_type: 'exploratory', min_reward_minor: 1000, sort: 'newest' });
  });

  it('leave aside what is no filter', () => {
    expect(read('type=bribery&platform=toaster&reward=-5&sort=random')).toEqual(withoutFilters);
  });

  it('sort by relevance when words are searched for, unless something else is chosen', () => {
    expect(queryOf(read('q=checkout')).sort).toBe('relevance');
    expect(queryOf(read('q=checkout&sort=reward')).sort).toBe('reward');
    expect(queryOf(read('sort=relevance')).sort).toBe('newest');
  });

  it('are changed one by one, and taken out when empty', () => {
    const next = withFilters(new URLSearchParams('type=exploratory&q=shop&utm=x'), { type: null, platform: 'ios' });
    expect(next.toString()).toBe('q=shop&utm=x&platform=ios');
  });

  it('are counted without the order', () => {
    expect(countOf(read('q=shop&type=exploratory&sort=reward'))).toBe(2);
  });
});
