// SPDX-License-Identifier: Apache-2.0
// Between what the API keeps and what a form holds: a form has every member, the API only what is said.
import { figureOf, isGiven, listOf, objectOf, textOf, type Json } from './json';
import type { Answers } from './rules';
import type { FormField } from './types-query';

const NO_ANSWERS: Answers = new Map();

/** What a form begins with. Entries that answer stand at the place of what they answer. */
export function formValues(fields: readonly FormField[], stored: unknown, answers: Answers = NO_ANSWERS, place = ''): Record<string, unknown> {
  const known = objectOf(stored);
  return Object.fromEntries(fields.map((field) => [field.name, formValue(field, known[field.name], answers, place + field.name)]));
}

function formValue(field: FormField, stored: unknown, answers: Answers, place: string): unknown {
  const { type, fields = [] } = field;
  if (type === 'int') return figureOf(stored);
  if (type === 'bool') return typeof stored === 'boolean' ? stored : undefined;
  if (type === 'object') return formValues(fields, stored, answers, `${place}/`);
  if (type !== 'array') return textOf(stored);
  if (field.item !== 'object') return listOf(stored).map(textOf);
  const asked = answers.get(place);
  const entries = asked ? asked.map((_, at) => listOf(stored).find((entry) => objectOf(entry)['number'] === at + 1)) : listOf(stored);
  return entries.map((entry) => formValues(fields, entry, answers, `${place}/*/`));
}

/** What is sent: without what is empty, and without entries that the server would not keep. */
export function bodyOf(fields: readonly FormField[], values: unknown, answers: Answers = NO_ANSWERS, place = ''): Json {
  const known = objectOf(values);
  const members = fields.map((field) => [field.name, sentValue(field, known[field.name], answers, place + field.name)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined && isGiven(value)));
}

function sentValue(field: FormField, value: unknown, answers: Answers, place: string): unknown {
  const { type, fields = [] } = field;
  if (type === 'object') return bodyOf(fields, value, answers, `${place}/`);
  if (type !== 'array') return value;
  if (field.item !== 'object') return listOf(value).filter(isGiven);
  const isNumbered = fields.some(({ name }) => name === 'number');
  return listOf(value).flatMap((entry, at) => {
    const said = bodyOf(fields.filter(({ name }) => name !== 'number'), entry, answers, `${place}/*/`);
    const sent = isNumbered ? { number: at + 1, ...said } : said;
    const isWhole = fields.every(({ name, required }) => !required || isGiven(sent[name as keyof typeof sent]));
    return isGiven(said) && isWhole ? [sent] : [];
  });
}
