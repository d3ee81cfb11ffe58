// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { queryOf, readPeriod, withPeriod } from './period';

describe('the period of earnings', () => {
  it('is read from the address, without what is no day', () => {
    expect(readPeriod(new URLSearchParams('from=2026-01-01&to=soon'))).toEqual({ from: '2026-01-01', to: '' });
    expect(readPeriod(new URLSearchParams('from=2026-13-45'))).toEqual({ from: '', to: '' });
  });

  it('includes its last day', () => {
    const { from = '', to = '' } = queryOf({ from: '2026-01-31', to: '2026-01-31' });
    expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
    expect(new Date(to).getDate()).toBe(1);
  });

  it('asks for everything when it is open', () => {
    expect(queryOf({ from: '', to: '' })).toEqual({});
  });

  it('leaves the rest of the address alone', () => {
    expect(withPeriod(new URLSearchParams('onboarding=returned&from=2026-01-01'), { from: '' }).toString()).toBe('onboarding=returned');
  });
});
