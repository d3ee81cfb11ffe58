// SPDX-License-Identifier: Apache-2.0
// An offer as its form holds it, what may be asked for, and what the API takes.
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';

import { showProblem, toProblem } from '@/lib/problem';
import type { Rule } from '@/lib/rules';
import type { JobItem, JobRole } from '@/shared/jobs-query';
import type { Bid, Side } from '@/shared/bids-query';

export type OfferForm = {
  items: { item_id: string; isIncluded: boolean; amount_minor?: number | undefined }[];
  days?: number | undefined;
  message: string;
};

/** One line of the form: what it is, and between which amounts the offer may lie. */
export type OfferLine = { itemId: string; title: string; item: JobItem | undefined; isRequired: boolean; low: number; high: number };

type Amounts = readonly { item_id: string; amount_minor: number }[];

const amountFor = (items: Amounts | undefined, itemId: string): number | undefined => items?.find(({ item_id }) => item_id === itemId)?.amount_minor;

/** The last offer of one side. */
export const lastOf = ({ revisions }: Pick<Bid, 'revisions'>, side: Side) => revisions.toSorted((a, b) => a.number - b.number).findLast(({ by }) => by === side);

/**
 * The two sides come closer with each offer: a builder's figure never falls below the builder's last
 * one nor rises above what the tester asked for, and the other way round.
 */
export function rangeFor(bid: Pick<Bid, 'revisions'>, side: Side, itemId: string, most: number): { low: number; high: number } {
  const mine = amountFor(lastOf(bid, side)?.items, itemId);
  const theirs = amountFor(lastOf(bid, side === 'builder' ? 'tester' : 'builder')?.items, itemId);
  return side === 'builder' ? { low: mine ?? 1, high: theirs ?? most } : { low: theirs ?? 1, high: mine ?? most };
}

/** A first offer: every item of the role; optional ones may be left out. */
export const openLines = (role: JobRole, most: number): OfferLine[] =>
  role.items.map((item) => ({ itemId: item.id, title: item.title, item, isRequired: item.required, low: 1, high: most }));

/** A counter-offer: the items of the thread, each within what is left between the two sides. */
export const counterLines = (bid: Pick<Bid, 'revisions' | 'items'>, role: JobRole | undefined, side: Side, most: number): OfferLine[] =>
  bid.items.map(({ item_id, title }) => ({
    itemId: item_id,
    title,
    item: role?.items.find(({ id }) => id === item_id),
    isRequired: true,
    ...rangeFor(bid, side, item_id, most),
  }));

/** A start for who has no days in mind. */
const DAYS = 3;

/** What stands in the form at first: an earlier offer where there is one. */
export const beginWith = (lines: readonly OfferLine[], items: Amounts = [], days = DAYS, message = ''): OfferForm => ({
  items: lines.map(({ itemId, isRequired }) => {
    const known = amountFor(items, itemId);
    return { item_id: itemId, isIncluded: isRequired || items.length === 0 || known !== undefined, amount_minor: known };
  }),
  days,
  message,
});

export const totalOf = ({ items }: Pick<OfferForm, 'items'>): number =>
  items.reduce((sum, { isIncluded, amount_minor }) => sum + (isIncluded ? (amount_minor ?? 0) : 0), 0);

/** How long the chosen items take, as far as it is known. */
export const minutesOf = (lines: readonly OfferLine[], { items }: Pick<OfferForm, 'items'>): number =>
  lines.reduce((sum, { item }, at) => sum + (items[at]?.isIncluded ? (item?.expected_minutes ?? 0) : 0), 0);

const MINUTES = 60;

/** What an hour of it pays, to the full minor unit; null while the time is not known. */
export const hourlyOf = (totalMinor: number, minutes: number): number | null => (minutes > 0 ? Math.floor((totalMinor * MINUTES) / minutes) : null);

/** A whole offer, as the API takes it. */
export const bodyOf = ({ items, days, message }: OfferForm) => ({
  items: items.filter(({ isIncluded }) => isIncluded).map(({ item_id, amount_minor }) => ({ item_id, amount_minor: amount_minor ?? 0 })),
  days: days ?? 0,
  ...(message.trim() !== '' && { message: message.trim() }),
});

/** The limits of one line, for its field. */
export const ruleOf = ({ low, high }: OfferLine): Rule => ({ required: true, min: low, max: high });

const PLACE = /^\/items\/(\d+)\//;

/** Messages about items come by their place in what was sent; lines that were left out shift it. */
export function showOfferProblem<T extends FieldValues>(error: unknown, form: OfferForm, setError: UseFormSetError<T>): void {
  const problem = toProblem(error);
  const sent = form.items.flatMap(({ isIncluded }, at) => (isIncluded ? [at] : []));
  const errors = problem.errors?.map((entry) => ({ ...entry, pointer: entry.pointer.replace(PLACE, (_, at: string) => `/items/${sent[Number(at)] ?? at}/`) }));
  const isAboutPerson = errors?.some(({ pointer }) => pointer.startsWith('/requirements')) ?? false;
  if (isAboutPerson) setError('root' as Path<T>, { type: 'not-eligible', message: problem.request_id ?? '' });
  else showProblem(errors ? { ...problem, errors } : problem, setError);
}
