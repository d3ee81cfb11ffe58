// SPDX-License-Identifier: Apache-2.0
// The words for what went wrong, by the API's stable slugs and field codes; never its title or detail.
// A new slug or code gets its words in locales/<language>/problems.json.
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

import type { words } from '@/locales/en/words';

import { slugOf, type Problem } from './problem';
import type { Rule } from './rules';

type Slug = keyof typeof words.problems.slug;
type Code = keyof typeof words.problems.code;

const isSlug = (slug: string): slug is Slug => i18next.exists(`slug.${slug}`, { ns: 'problems' });
const isCode = (code: string): code is Code => i18next.exists(`code.${code}`, { ns: 'problems' });

/** One sentence or two for a whole problem: what happened, and what to do. */
export function useProblemText(): (problem: Problem) => string {
  const textOf = useSlugText();
  return (problem) => textOf(slugOf(problem));
}

export function useSlugText(): (slug: string) => string {
  const { t } = useTranslation('problems');
  return (slug) => (isSlug(slug) ? t(`slug.${slug}`) : t('slug.unknown'));
}

export type Limits = { min: string; max: string };

/** One sentence at a field: how to mend it. */
export function useCodeText(): (code: string, limits: Limits) => string {
  const { t } = useTranslation('problems');
  return (code, limits) => (isCode(code) ? t(`code.${code}`, limits) : t('code.unknown-code'));
}

/** The limits that a message may name, written by the field's own way of writing values. */
export function limitsOf(rule: Rule, write: (value: number) => string): Limits {
  const min = rule.min ?? rule.minLength ?? rule.minItems;
  const max = rule.max ?? rule.maxLength ?? rule.maxItems;
  return { min: min === undefined ? '' : write(min), max: max === undefined ? '' : write(max) };
}
