// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { lackingFor, type Person } from './fit';

const phone = { name: 'Pixel 8', kind: 'phone', os: 'Android', os_version: '15', browser: 'Chrome', browser_version: '130', is_fresh: true } as const;
const laptop = { name: 'ThinkPad', kind: 'laptop', os: 'Windows', os_version: '11', browser: 'Firefox', browser_version: '132', is_fresh: true } as const;
const person: Person = { devices: [phone, laptop], profile: { languages: ['de-AT'], skills: ['Banking'], level: 'newcomer' }, locale: 'en', country: 'AT' };

describe('who fits a role', () => {
  it.each([
    [{}, []],
    [{ devices: ['pixel'], os: ['android'], browsers: ['Chrome 130'] }, []],
    [{ devices: ['iPhone'] }, ['devices']],
    [{ os: ['macOS', 'iOS'] }, ['os']],
    [{ locales: ['de'] }, []],
    [{ locales: ['fr'] }, ['locales']],
    [{ countries: ['at', 'DE'] }, []],
    [{ countries: ['DE'] }, ['countries']],
    [{ level: 'any' as const }, []],
    [{ level: 'experienced' as const }, ['level']],
    [{ skills: ['banking'] }, []],
    [{ skills: ['banking', 'screen reader'] }, ['skills']],
  ])('%j lacks %j', (requirements, lacking) => expect(lackingFor(requirements, person)).toEqual(lacking));

  it('needs it all on one device', () => {
    expect(lackingFor({ os: ['Windows'], browsers: ['Chrome'] }, person)).toEqual(['devices']);
  });

  it('does not count what was not confirmed lately', () => {
    const stale = { ...person, devices: [{ ...phone, is_fresh: false }] };
    expect(lackingFor({ os: ['Android'] }, stale)).toEqual(['os']);
  });
});
