// SPDX-License-Identifier: Apache-2.0
// Where in the steps of the form something stands that the API names by a pointer.
import { refusalsIn, type Refusal, type Rule } from '@/lib/rules';
import { rules } from '@/lib/rules.gen';

import type { Plan, PlanBody } from './plan-model';

export const planSteps = ['about', 'roles', 'work', 'clocks', 'check'] as const;
export type PlanStep = (typeof planSteps)[number];

export const isPlanStep = (step: string | null): step is PlanStep => planSteps.some((known) => known === step);

export type Place = { step: PlanStep; role: number | null; item: number | null };

const inAbout = new Set(['project_id', 'title', 'brief', 'currency']);

/** The step, role and item that a pointer lies in. */
export function placeOf(pointer: string): Place {
  const [, first = '', role, inRole, item] = pointer.split('/');
  if (first !== 'roles') return { step: inAbout.has(first) ? 'about' : 'clocks', role: null, item: null };
  const at = role === undefined ? null : Number(role);
  const isWork = inRole === 'items';
  return { step: isWork ? 'work' : 'roles', role: at, item: isWork && item !== undefined ? Number(item) : null };
}

/** The address of a place within the form. */
export const searchOf = ({ step, role, item }: Place): Record<string, string> => ({
  step,
  ...(role !== null && { role: String(role) }),
  ...(item !== null && { item: String(item) }),
});

const { roles: roleRule, ...own } = rules.updateJob;
const limits: Rule = { fields: { ...own, title: { ...own.title, required: true }, brief: { ...own.brief, required: true }, roles: roleRule } };

/** What the server would refuse, found without asking it. */
export function refusalsOf(plan: Plan, body: PlanBody): Refusal[] {
  const budgets = plan.roles.flatMap(({ budget_low_minor: low, budget_high_minor: high }, at) => (low !== undefined && high !== undefined && low > high ? [{ pointer: `/roles/${at}/budget_high_minor`, code: 'too-small' }] : []));
  const bonuses = plan.roles.flatMap(({ items }, at) =>
    items.flatMap(({ bonus_unit_minor: unit, bonus_cap_minor: cap }, index) => ((unit === undefined) === (cap === undefined) ? [] : [{ pointer: `/roles/${at}/items/${index}/${unit === undefined ? 'bonus_unit_minor' : 'bonus_cap_minor'}`, code: 'required' }])),
  );
  return [...refusalsIn(body, limits), ...budgets, ...bonuses];
}

/** What a plan still needs before it can be published; its details are the server's to judge. */
export function lacksOf(plan: Plan, now: number): Refusal[] {
  if (plan.roles.length === 0) return [{ pointer: '/roles', code: 'too-few' }];
  const idle = plan.roles.flatMap(({ items }, at) => (items.some(({ required }) => required) ? [] : [{ pointer: `/roles/${at}/items`, code: 'too-few' }]));
  const isLate = plan.bidding_deadline_at !== '' && Date.parse(plan.bidding_deadline_at) <= now;
  return [...idle, ...(isLate ? [{ pointer: '/bidding_deadline_at', code: 'in-the-past' }] : [])];
}
