// SPDX-License-Identifier: Apache-2.0
// A test plan that testers bid on, the kinds of test in it, and its price, as the API answers with them.
import type { Schema } from '@/lib/api';

import { job } from './work';

const id = (last: number): string => `0190a000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const serviceType: Schema<'ServiceType'> = {
  key: 'exploratory',
  title: 'Exploratory session',
  unit: 'session',
  enabled: true,
  details: [{ name: 'charter', type: 'text', doc: 'What to explore', required: true, multiline: true, max: 1000 }],
  details_minimum: [],
  report: [],
  minimum: [],
};

const item: Schema<'JobItem'> = {
  id: id(81),
  service_type: 'exploratory',
  title: 'Look around the basket',
  instructions: 'Try to break it.',
  required: true,
  quantity: 1,
  details: { charter: 'The basket' } as unknown as Schema<'JobItem'>['details'], // its form depends on the kind of test
  bonus_unit_minor: 0,
  bonus_cap_minor: 0,
  change_rounds: 1,
  expected_minutes: 40,
};

const role = (number: number, name: string): Schema<'JobRole'> => ({
  id: id(70 + number),
  name,
  persona: '',
  seats: 2,
  seats_taken: 0,
  seats_reserved: 0,
  seats_left: 2,
  requirements: {},
  budget_low_minor: 2000,
  budget_high_minor: 3000,
  builder_fee_bps: 1000,
  tester_fee_bps: 0,
  items: [{ ...item, id: id(80 + number) }],
});

/** A structured draft with two roles. */
export const planJob: Schema<'Job'> = {
  ...job,
  kind: 'structured',
  title: 'Spring release',
  service_type: null,
  service_types: ['exploratory'],
  reward_minor: 3000,
  fee_minor: null,
  total_minor: null,
  builder_fee_bps: null,
  tester_fee_bps: null,
  claim_hours: null,
  steps: [],
  on_rejection: 'refund',
  roles: [role(1, 'Shoppers'), role(2, 'Editors')],
  bids_open: 0,
};

export const estimate: Schema<'Estimate'> = {
  currency: 'usd',
  total_minor: 9900,
  reward_minor: 9000,
  fee_minor: 900,
  bonus_cap_minor: 0,
  tester_fee_minor: 0,
  lines: [{ role: 0, item: 0, service_type: 'exploratory', quantity: 1, seats: 3, unit_minor: 1500, seat_minor: 1500, amount_minor: 4500, minutes: 120 }],
  minutes: 300,
  hourly_rate_minor: 1800,
  hourly_floor_minor: 1200,
  below_floor: false,
  expected_findings: null,
  waterfall: [
    { part: 'testers', amount_minor: 9000 },
    { part: 'bonus', amount_minor: 0 },
    { part: 'platform_fee', amount_minor: 900 },
  ],
};

export const priceBook: Schema<'PriceBook'> = {
  currency: 'usd',
  market: null,
  as_of: job.created_at,
  service_types: [{ service_type: 'exploratory', unit: 'session', base_minor: 1500, minutes: 40, enabled: true }],
  factors: [],
  hourly_floor_minor: 1200,
  builder_fee_bps: 1000,
  tester_fee_bps: 0,
  bonus_weights: { critical: 10, major: 5, moderate: 2, minor: 1, trivial: 0 },
};
