// SPDX-License-Identifier: Apache-2.0
// The API's limits (rules.gen.ts) as instant checks. A failed check has the code that the server
// would answer with, so both lead to the same words.

export type Rule = {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly options?: readonly string[];
  readonly items?: Rule;
  readonly fields?: Readonly<Record<string, Rule>>;
};

/** Characters as the server counts them: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:\/\//i.test(text);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const figure = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** Passes when the limit is not set or the value is within it. */
type Check = (value: unknown, rule: Rule) => boolean;

const checks: Record<string, Check> = {
  'too-short': (value, { minLength = 0 }) => lengthOf(text(value)) >= minLength,
  'too-long': (value, { maxLength = Infinity }) => lengthOf(text(value)) <= maxLength,
  'too-small': (value, { min = -Infinity }) => !(figure(value) < min),
  'too-large': (value, { max = Infinity }) => !(figure(value) > max),
  'too-few': (value, { minItems = 0 }) => !Array.isArray(value) || size(value) >= minItems,
  'too-many': (value, { maxItems = Infinity }) => size(value) <= maxItems,
  'bad-format': (value, { pattern }) => !pattern || new RegExp(`^(?:${pattern})$`, 'u').test(text(value)),
  'not-an-email': (value, { format }) => format !== 'email' || EMAIL.test(text(value)),
  'not-a-url': (value, { format }) => format !== 'uri' || isWebAddress(text(value)),
};

const applies = (code: string, value: unknown): boolean =>
  !['too-short', 'too-long'].includes(code) || typeof value === 'string';

/** The first code that speaks against a value, or null. What is empty and optional passes. */
export function refusalOf(value: unknown, rule: Rule): string | null {
  if (isEmpty(value) || (typeof value === 'string' && value.trim() === '')) return rule.required ? 'required' : null;
  const failed = Object.entries(checks).find(([code, passes]) => applies(code, value) && !passes(value, rule));
  return failed?.[0] ?? null;
}

export type Refusal = { pointer: string; code: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All that speaks against a value and what is in it, under the pointers that the server would name. */
export function refusalsIn(value: unknown, rule: Rule, pointer = ''): Refusal[] {
  const code = refusalOf(value, rule);
  const own = code === null ? [] : [{ pointer, code }];
  const entries = Array.isArray(value) && rule.items ? value.flatMap((entry, at) => refusalsIn(entry, rule.items ?? {}, `${pointer}/${at}`)) : [];
  const fields = isObject(value) ? Object.entries(rule.fields ?? {}).flatMap(([name, inner]) => refusalsIn(value[name], inner, `${pointer}/${name}`)) : [];
  return [...own, ...entries, ...fields];
}
