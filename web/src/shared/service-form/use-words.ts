// SPDX-License-Identifier: Apache-2.0
// Words for members and values of forms. What locales/<language>/types.json does not name is made from the name.
import { useTranslation } from 'react-i18next';

import { number } from '@/lib/format';

import { textOf, valueAt } from './json';
import { placeOf } from './rules';

/** "areas_not_covered" -> "Areas not covered" */
const spoken = (name: string): string => capital(name.replaceAll('_', ' '));

/** As it stands alone; within a sentence some words begin small. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export type Words = {
  /** @param place as "steps/*" plus "/actual"; without numbers */
  label: (place: string) => string;
  value: (member: string, value: string) => string;
};

/** @param type the kind of test, by key */
export function useFormWords(type: string): Words {
  const { t } = useTranslation('types');
  const labels: unknown = t('label', { returnObjects: true });
  const values: unknown = t('value', { returnObjects: true });
  return {
    label: (place) => {
      const names = place.split('/').filter((part) => part !== '*' && part !== '');
      const name = names.at(-1) ?? '';
      return textOf(valueAt(labels, `${type}/${names.join('_')}`)) || textOf(valueAt(labels, `any/${name}`)) || spoken(name);
    },
    value: (member, value) => textOf(valueAt(values, `${member}/${value}`)) || textOf(valueAt(values, `any/${value}`)) || spoken(value),
  };
}

/** Where something is missing, from the API's pointer: "Steps 2: Actual result". */
export function useLackText(type: string): (lack: { pointer: string; code?: string }) => string {
  const { t } = useTranslation('types');
  const words = useFormWords(type);
  return ({ pointer, code }) => {
    const [form, ...parts] = pointer.split('/').slice(1);
    if (code === 'not-ready') return form === 'findings' ? t('lack.findingFile', { number: number(Number(parts[0]) + 1) }) : t('lack.file');
    if (form !== 'report' && form !== 'details') return t(form === 'evidence' ? 'lack.evidence' : form === 'findings' ? 'lack.findings' : 'lack.other');
    const numbers = parts.filter((part) => /^\d+$/.test(part)).map((part) => number(Number(part) + 1));
    const place = placeOf(pointer);
    if (numbers.length === 0) return words.label(place);
    const list = place.slice(0, place.indexOf('/*'));
    return t('lack.entry', { list: words.label(list), number: numbers.join('.'), member: words.label(place) });
  };
}
