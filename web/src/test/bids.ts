// SPDX-License-Identifier: Apache-2.0
// A test plan and a thread of offers on it, as the API answers with them.
import type { Schema } from '@/lib/api';

import { user } from './api';
import { job } from './work';

const id = (last: number): string => `0190a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const then = '2026-03-01T12:00:00.000Z';
const later = '2126-03-04T12:00:00.000Z';

const item = (number: number, more: Partial<Schema<'JobItem'>> = {}): Schema<'JobItem'> => ({
  id: id(300 + number),
  service_type: 'functional_scripted',
  title: `Item ${number}`,
  instructions: 'Go through the steps.',
  required: true,
  quantity: 1,
  // Its form depends on the service type, so the document leaves it open.
  details: {} as unknown as Schema<'JobItem'>['details'],
  bonus_unit_minor: 0,
  bonus_cap_minor: 0,
  change_rounds: 1,
  expected_minutes: 30,
  ...more,
});

export const role: Schema<'JobRole'> = {
  id: id(200),
  name: 'Shopper',
  persona: '',
  seats: 2,
  seats_taken: 0,
  seats_reserved: 0,
  seats_left: 2,
  requirements: { browsers: ['Firefox'] },
  budget_low_minor: 3000,
  budget_high_minor: 6000,
  builder_fee_bps: 1000,
  tester_fee_bps: 0,
  items: [item(1), item(2, { required: false }), item(3, { bonus_cap_minor: 500, bonus_unit_minor: 50 })],
};

export const plan: Schema<'Job'> = {
  ...job,
  id: id(100),
  kind: 'structured',
  state: 'published',
  mine: false,
  title: 'Checkout plan',
  service_type: null,
  reward_minor: null,
  fee_minor: null,
  total_minor: null,
  builder_fee_bps: null,
  tester_fee_bps: null,
  claim_hours: null,
  steps: [],
  seats_left: 2,
  bidding_deadline_at: later,
  deadline_at: later,
  roles: [role],
  bids_open: 1,
};

export const tester: Schema<'User'> = { ...user, id: id(900), full_name: 'Tess', roles: ['tester'], payout_state: 'active', country: 'PT' };

export const revision = (number: number, by: 'builder' | 'tester', amounts: readonly number[], days = 3): Schema<'BidRevision'> => ({
  number,
  by,
  items: [1, 3].map((which, at) => ({ item_id: id(300 + which), title: `Item ${which}`, service_type: 'functional_scripted', amount_minor: amounts[at] ?? 0 })),
  total_minor: amounts.reduce((sum, amount) => sum + amount, 0),
  days,
  message: '',
  created_at: then,
});

/** A thread after these offers; the last one is on the table. */
export function thread(revisions: readonly Schema<'BidRevision'>[], more: Partial<Schema<'Bid'>> = {}): Schema<'Bid'> {
  const last = revisions.at(-1) ?? revision(1, 'tester', [2000, 2500]);
  return {
    id: id(400),
    job_id: plan.id,
    job_title: plan.title,
    job_state: 'published',
    role_id: role.id,
    role_name: role.name,
    tester_id: tester.id,
    tester_name: tester.full_name,
    builder_name: 'Ana',
    state: 'submitted',
    revision: last.number,
    revisions: [...revisions],
    items: last.items,
    total_minor: last.total_minor,
    fee_minor: 500,
    bonus_cap_minor: 500,
    charge_minor: last.total_minor + 1000,
    net_minor: last.total_minor,
    builder_fee_bps: 1000,
    tester_fee_bps: 0,
    currency: 'usd',
    days: last.days,
    counters: revisions.length - 1,
    counters_left: 7 - revisions.length,
    turn: 'builder',
    turn_expires_at: later,
    payment_id: null,
    assignment_id: null,
    reject_reason: null,
    reject_note: null,
    hourly_rate_minor: null,
    tester: null,
    created_at: then,
    updated_at: then,
    ...more,
  };
}
