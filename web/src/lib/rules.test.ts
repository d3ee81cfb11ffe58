// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';

import { refusalOf, type Rule } from './rules';

const cases: [string, unknown, Rule, string | null][] = [
  ['empty and required', '', { required: true }, 'required'],
  ['blanks and required', '   ', { required: true }, 'required'],
  ['empty and optional', '', { minLength: 5 }, null],
  ['too short', 'abc', { minLength: 5 }, 'too-short'],
  ['too long', 'abcdef', { maxLength: 5 }, 'too-long'],
  ['characters beyond 16 bits count once', '👍👍👍', { maxLength: 3 }, null],
  ['too small', 99, { min: 100 }, 'too-small'],
  ['just enough', 100, { min: 100 }, null],
  ['too large', 101, { max: 100 }, 'too-large'],
  ['no address', 'ana', { format: 'email' }, 'not-an-email'],
  ['an address', 'ana@example.org', { format: 'email' }, null],
  ['no web address', 'example.org', { format: 'uri' }, 'not-a-url'],
  ['another scheme', 'javascript:alert(1)', { format: 'uri' }, 'not-a-url'],
  ['a web address', 'https://example.org/x', { format: 'uri' }, null],
  ['a pattern', 'ABC', { pattern: '[a-z]+' }, 'bad-format'],
  ['too few', [], { minItems: 1 }, 'too-few'],
  ['too many', [1, 2], { maxItems: 1 }, 'too-many'],
];

it.each(cases)('%s', (_name, value, rule, code) => expect(refusalOf(value, rule)).toBe(code));
