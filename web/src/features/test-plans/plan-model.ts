// SPDX-License-Identifier: Apache-2.0
// A test plan as the configurator holds it, and as the API takes it.
import type { Body, Schema } from '@/lib/api';
import type { ServiceType } from '@/shared/jobs-query';

type TestPlan = Schema<'TestPlan'>;
type SavedRole = TestPlan['roles'][number];
type SavedItem = SavedRole['items'][number];
type Said<Member> = Exclude<Member, null | undefined>;

/** A field of figures is empty while it is being typed in. */
type Figure = number | undefined;

type Who = { [Factor in 'name' | 'level' | 'device_rarity' | 'locale_rarity' | 'turnaround' | 'confidentiality']: Said<SavedRole[Factor]> };
export type PlanItem = { service_type: ServiceType; complexity: Said<SavedItem['complexity']>; quantity: Figure; bonus_cap_minor: Figure };
export type PlanRole = Who & { seats: Figure; items: PlanItem[] };
export type Plan = { name: string; currency: string; market: string | null; roles: PlanRole[] };
export type PlanBody = Body<'savePlan'>;

export const newItem = (service_type: ServiceType): PlanItem => ({ service_type, quantity: firstQuantity(service_type), complexity: 'standard', bonus_cap_minor: undefined });

/** A script of one case or a translation of one screen is hardly what anyone wants. */
function firstQuantity(type: ServiceType): number {
  if (type === 'functional_scripted' || type === 'regression' || type === 'localisation') return 10;
  return type === 'compatibility' ? 4 : 1;
}

export const newRole = (name: string): PlanRole => ({
  name,
  seats: 1,
  level: 'any',
  device_rarity: 'common',
  locale_rarity: 'common',
  turnaround: 'standard',
  confidentiality: 'none',
  items: [],
});

/** What a first look begins with: a price that means something at once. */
export const firstPlan = (name: string, roleName: string, currency: string): Plan => ({
  name,
  currency,
  market: null,
  roles: [{ ...newRole(roleName), seats: 3, items: [newItem('exploratory'), newItem('functional_scripted')] }],
});

const itemBody = ({ bonus_cap_minor, quantity, ...item }: PlanItem) => ({ ...item, quantity: quantity ?? 1, ...(bonus_cap_minor !== undefined && { bonus_cap_minor }) });

/** What can be priced and saved: roles that have work to do. Null: there is none yet. */
export function bodyOf({ name, currency, market, roles }: Plan): PlanBody | null {
  const whole = roles.flatMap(({ seats, items, ...role }) => (items.length === 0 ? [] : [{ ...role, seats: seats ?? 1, items: items.map(itemBody) }]));
  return whole.length === 0 || name.trim() === '' ? null : { name, currency, ...(market && { market }), roles: whole };
}

const itemOf = ({ service_type, quantity, complexity, bonus_cap_minor }: SavedItem): PlanItem => ({
  service_type,
  quantity: quantity ?? 1,
  complexity: complexity ?? 'standard',
  bonus_cap_minor: bonus_cap_minor || undefined,
});

const roleOf = ({ name, seats, level, device_rarity, locale_rarity, turnaround, confidentiality, items }: SavedRole): PlanRole => ({
  name: name ?? '',
  seats,
  level: level ?? 'any',
  device_rarity: device_rarity ?? 'common',
  locale_rarity: locale_rarity ?? 'common',
  turnaround: turnaround ?? 'standard',
  confidentiality: confidentiality ?? 'none',
  items: items.map(itemOf),
});

export const planOf = ({ name, currency, market, roles }: TestPlan): Plan => ({ name, currency, market, roles: roles.map(roleOf) });
