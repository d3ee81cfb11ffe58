// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { pickLanguage } from './i18n';
import { strengthOf } from './password-strength';
import { HOME, loginPath, returnPath } from './return-to';

describe('after signing in', () => {
  const follow = (wanted: string) => returnPath(new URLSearchParams({ return_to: wanted }));

  it('one is back where one was', () => {
    const [, query = ''] = loginPath('/jobs/1?tab=seats').split('?');
    expect(returnPath(new URLSearchParams(query))).toBe('/jobs/1?tab=seats');
  });
  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', ''])(
    'one is never sent to %s',
    (wanted) => expect(follow(wanted)).toBe(HOME),
  );
});

describe('a password', () => {
  it.each([
    ['short1!', 1],
    ['aaaaaaaaaaaaaaaa', 1],
    ['1234567890123', 1],
    ['correct horse battery', 4],
  ])('%s has strength %d', (password, strength) => expect(strengthOf(password)).toBe(strength));
});

describe('the language', () => {
  it.each([
    [['de-AT', 'en-GB'], 'en'],
    [['xx'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (tags, language) => expect(pickLanguage(tags)).toBe(language));
});
