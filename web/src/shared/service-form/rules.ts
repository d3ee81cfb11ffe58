// SPDX-License-Identifier: Apache-2.0
// The minimum of a form, as far as a page shows it before the server says it: what is needed, what
// answers what, and which evidence is still wanted. The server decides (domain/service_rules.c).
import { isGiven, listOf, objectOf, textOf, valueAt, type Json } from './json';
import type { FormField, FormRule, ServiceType } from './types-query';

// A place is a pointer without form and numbers: a star stands for each entry, as in the rules.
export const placeOf = (pointer: string): string =>
  pointer.split('/').slice(2).map((part) => (/^\d+$/.test(part) ? '*' : part)).join('/');

const flat = (rules: readonly FormRule[]): FormRule[] => rules.flatMap((rule): readonly FormRule[] => rule.either ?? [rule]);

const isTrueOf = ({ when }: FormRule, object: unknown): boolean => !when || when.values.includes(String(objectOf(object)[when.member] ?? ''));

/** Lists whose entries answer one of the details each: place of the list -> the details' entries. */
export type Answers = ReadonlyMap<string, readonly Json[]>;

export function answersIn(type: ServiceType, details: unknown): Answers {
  const answering = flat(type.minimum).filter(({ kind, of }) => kind === 'answers' && of);
  const lists = answering.map(({ field, of }) => [placeOf(field), listOf(valueAt(details, textOf(of).replace('/details/', ''))).map(objectOf)] as const);
  return new Map(lists.filter(([, asked]) => asked.length > 0));
}

/** How a member of a form is asked for. */
export type Demand = {
  isNeeded: boolean;
  /** Not asked for as things are, and only in the way. */
  isHidden: boolean;
  /** Characters or entries. */
  min?: number | undefined;
  mustConfirm: boolean;
};

/**
 * @param place of the member
 * @param object that it is a member of, as it is now
 * @param siblings the fields of that object
 * @param isEntry whether the object is an entry that answers: there, what no rule asks for waits until the
 *   answer is another than the first, good one
 */
export function demandOf(rules: readonly FormRule[], place: string, object: Json, siblings: readonly FormField[], isEntry: boolean): Demand {
  const about = flat(rules).filter((rule) => placeOf(rule.field) === place && ['needs', 'text', 'entries', 'answers', 'confirmed'].includes(rule.kind));
  const answer = flat(rules).filter((rule) => rule.kind === 'answers' && `${placeOf(rule.field)}/*/${rule.member}` === place);
  const present = about.filter((rule) => isTrueOf(rule, object));
  const isAlternative = rules.some((rule) => rule.either?.some(({ field }) => placeOf(field) === place));
  const name = place.split('/').at(-1) ?? '';
  return {
    isNeeded: answer.length > 0 || (present.length > 0 && !isAlternative && present.some((rule) => rule.kind !== 'answers' || rule.min !== undefined)),
    isHidden: present.length === 0 && answer.length === 0 && !isGiven(object[name]) && waits(about, rules, place, object, siblings, isEntry),
    min: present.find(({ min }) => (min ?? 0) > 1)?.min,
    mustConfirm: about.some(({ kind }) => kind === 'confirmed'),
  };
}

function waits(about: readonly FormRule[], rules: readonly FormRule[], place: string, object: Json, siblings: readonly FormField[], isEntry: boolean): boolean {
  const parent = place.split('/').slice(0, -1).join('/');
  const deciders = about.length > 0 ? about : isEntry ? flat(rules).filter(({ field }) => placeOf(field).startsWith(`${parent}/`)) : [];
  const members = new Set(deciders.flatMap(({ when }) => (when ? [when.member] : [])));
  const isWord = about.every(({ kind }) => kind === 'text');
  if (members.size === 0 || members.has(place.split('/').at(-1) ?? '')) return false;
  const isOtherThanGood = [...members].some((member) => {
    const first = siblings.find(({ name }) => name === member)?.values?.[0];
    return first !== undefined && isGiven(object[member]) && object[member] !== first;
  });
  return !(isWord && isOtherThanGood);
}

/** Where only one of several parts is asked for, as the details say: a choice among the names of parts. */
export const isOtherChoice = (name: string, type: ServiceType, details: unknown): boolean =>
  type.details.some(({ name: choice, values }) => values?.includes(name) && isGiven(objectOf(details)[choice]) && objectOf(details)[choice] !== name);

/** A link or a file. */
export type Evidence = { kind: string; url?: string | null; file_id?: string | null; about?: string | null; note?: string | null };

const isThere = ({ url, file_id }: Evidence): boolean => Boolean(url?.trim()) || Boolean(file_id);

/** Evidence that is asked for and not there; number: the entry that it is for. */
export type Wanted = { kinds: readonly string[]; list: string; number: number | null };

export const numberIn = (about: string | null | undefined): number | null => Number(/\d+/.exec(about ?? '')?.[0] ?? Number.NaN) || null;

/** The entries that a rule at "steps/*" is about, with their numbers. */
function entriesOf(report: unknown, list: string): { entry: unknown; number: number }[] {
  return listOf(valueAt(report, list)).map((entry, at) => ({ entry, number: Number(objectOf(entry)['number']) || at + 1 }));
}

export function evidenceWanted(type: ServiceType, report: unknown, evidence: readonly Evidence[]): Wanted[] {
  const has = (kinds: readonly string[], number: number | null) =>
    evidence.some((piece) => kinds.includes(piece.kind) && isThere(piece) && (number === null || numberIn(piece.about) === number));
  return type.minimum.flatMap((rule): Wanted[] => {
    if (rule.kind !== 'evidence') return [];
    const kinds = rule.evidence ?? [];
    const place = placeOf(rule.field);
    if (place === '') return isTrueOf(rule, report) && !has(kinds, null) ? [{ kinds, list: '', number: null }] : [];
    const list = place.replace(/\/\*$/, '');
    return entriesOf(report, list)
      .filter(({ entry, number }) => isTrueOf(rule, entry) && !has(kinds, number))
      .map(({ number }) => ({ kinds, list, number }));
  });
}

/** The list whose entries evidence can be about. */
export const listWithEvidence = (type: ServiceType): string | null => {
  const rule = flat(type.minimum).find(({ kind, field }) => kind === 'evidence' && placeOf(field) !== '');
  return rule ? placeOf(rule.field).replace(/\/\*$/, '') : null;
};
