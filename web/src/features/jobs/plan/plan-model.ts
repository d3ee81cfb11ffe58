// SPDX-License-Identifier: Apache-2.0
// A structured job as its form holds it, and as the API takes it.
import type { Body, Schema } from '@/lib/api';
import type { Job, JobItem, JobRole, ServiceType } from '@/shared/jobs-query';
import type { ServiceType as Form } from '@/shared/service-form/types-query';
import { bodyOf as detailsBody, formValues } from '@/shared/service-form/values';

/** A field of figures is empty while it is being typed in. */
type Figure = number | undefined;
type Needs = Required<Schema<'Requirements'>>;

/** "mark" names an entry before the server does, so that what it answers finds the entry again. */
export type PlanItem = { mark: string; id: string | undefined; service_type: ServiceType; title: string; instructions: string; required: boolean; quantity: Figure; details: Record<string, unknown>; bonus_unit_minor: Figure; bonus_cap_minor: Figure; change_rounds: Figure };
export type PlanRole = { mark: string; id: string | undefined; name: string; persona: string; seats: Figure; requirements: Needs; budget_low_minor: Figure; budget_high_minor: Figure; items: PlanItem[] };
export type Plan = { project_id: string; title: string; brief: string; bidding_deadline_at: string; review_days: Figure; roles: PlanRole[] };
export type PlanBody = Body<'updateJob'>;

/** The kinds of test by their keys: the form of an item's details depends on its kind. */
export type Forms = ReadonlyMap<string, Form>;

const fieldsOf = (forms: Forms, type: ServiceType): Form['details'] => forms.get(type)?.details ?? [];

let marks = 0;
const newMark = (): string => `new-${(marks += 1)}`;

const noNeeds: Needs = { platforms: [], devices: [], os: [], browsers: [], locales: [], countries: [], skills: [], level: 'any', nda: false, notes: '' };

export const newRole = (name: string): PlanRole => ({ mark: newMark(), id: undefined, name, persona: '', seats: 1, requirements: noNeeds, budget_low_minor: undefined, budget_high_minor: undefined, items: [] });

export const newItem = (forms: Forms, service_type: ServiceType, title: string, instructions: string): PlanItem => ({
  mark: newMark(),
  id: undefined,
  service_type,
  title,
  instructions,
  required: true,
  quantity: 1,
  details: formValues(fieldsOf(forms, service_type), {}),
  bonus_unit_minor: undefined,
  bonus_cap_minor: undefined,
  change_rounds: 1,
});

/** The same once more, unknown to the server. */
export const copyOfItem = (item: PlanItem): PlanItem => ({ ...structuredClone(item), mark: newMark(), id: undefined });
export const copyOfRole = (role: PlanRole, name: string): PlanRole => ({ ...structuredClone(role), mark: newMark(), id: undefined, name, items: role.items.map(copyOfItem) });

const figureOf = (minor: number): Figure => (minor > 0 ? minor : undefined);

const itemOf = ({ id, service_type, title, instructions, required, quantity, details, bonus_unit_minor, bonus_cap_minor, change_rounds }: JobItem, forms: Forms): PlanItem => ({
  mark: id,
  id,
  service_type,
  title,
  instructions,
  required,
  quantity,
  details: formValues(fieldsOf(forms, service_type), details),
  bonus_unit_minor: figureOf(bonus_unit_minor),
  bonus_cap_minor: figureOf(bonus_cap_minor),
  change_rounds,
});

const roleOf = ({ id, name, persona, seats, requirements: needs, budget_low_minor, budget_high_minor, items }: JobRole, forms: Forms): PlanRole => ({
  mark: id,
  id,
  name,
  persona,
  seats,
  requirements: { ...noNeeds, ...needs },
  budget_low_minor: budget_low_minor ?? undefined,
  budget_high_minor: budget_high_minor ?? undefined,
  items: items.map((item) => itemOf(item, forms)),
});

export const planOf = ({ project_id, title, brief, bidding_deadline_at, review_days, roles }: Job, forms: Forms): Plan => ({
  project_id,
  title,
  brief,
  bidding_deadline_at: bidding_deadline_at ?? '',
  review_days,
  roles: roles.map((role) => roleOf(role, forms)),
});

type ItemBody = NonNullable<NonNullable<PlanBody['roles']>[number]['items']>[number];

const itemBody = ({ id, service_type, title, instructions, required, details, quantity = 1, bonus_unit_minor = 0, bonus_cap_minor = 0, change_rounds = 1 }: PlanItem, forms: Forms): ItemBody => ({
  ...(id !== undefined && { id }),
  service_type,
  title,
  instructions,
  required,
  // The document leaves the details open, because their form depends on the service type.
  details: detailsBody(fieldsOf(forms, service_type), details) as NonNullable<ItemBody['details']>,
  quantity,
  change_rounds,
  bonus_unit_minor,
  bonus_cap_minor,
});

const roleBody = ({ id, name, persona, seats = 1, requirements, budget_low_minor, budget_high_minor, items }: PlanRole, forms: Forms) => ({
  ...(id !== undefined && { id }),
  name,
  persona,
  seats,
  requirements,
  budget_low_minor: budget_low_minor ?? null,
  budget_high_minor: budget_high_minor ?? null,
  items: items.map((item) => itemBody(item, forms)),
});

/** What is sent; a figure that is empty this moment is left as the API would have it. */
export function bodyOf({ roles, review_days, bidding_deadline_at, ...plan }: Plan, forms: Forms): PlanBody {
  return {
    ...plan,
    bidding_deadline_at,
    ...(review_days !== undefined && { review_days }),
    roles: roles.map((role) => roleBody(role, forms)),
  };
}

/** Two plans that say the same are written the same; who named an entry first does not count. */
export const written = (body: PlanBody): string => JSON.stringify(body, (key, value: unknown) => (key === 'id' ? undefined : value));

/** A plan whose entries have the ids that are known by their marks. */
export function withIds(plan: Plan, ids: ReadonlyMap<string, string>): Plan {
  const named = <Entry extends { mark: string; id: string | undefined }>(entry: Entry): Entry => ({ ...entry, id: entry.id ?? ids.get(entry.mark) });
  return { ...plan, roles: plan.roles.map((role) => ({ ...named(role), items: role.items.map(named) })) };
}

/** The ids of entries, by their marks. The server answers in the order in which it was told. */
export function idsIn(sent: Plan, answer: Job): Map<string, string> {
  const pairs = sent.roles.flatMap((role, at) => {
    const known = answer.roles[at];
    const items = role.items.map((item, index) => [item.mark, known?.items[index]?.id] as const);
    return [[role.mark, known?.id] as const, ...items];
  });
  return new Map(pairs.flatMap(([mark, id]) => (id === undefined ? [] : [[mark, id] as const])));
}
