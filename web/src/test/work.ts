// SPDX-License-Identifier: Apache-2.0
// A job of a builder, its payment, and a tester's work on it, as the API answers with them.
import { http, HttpResponse } from 'msw';

import type { Schema } from '@/lib/api';
import type { SimpleJob } from '@/shared/jobs-query';

import { at, user } from './api';

const id = (last: number): string => `0190a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const then = '2026-03-01T12:00:00.000Z';

export const meAnswer = http.get(at('/me'), () => HttpResponse.json(user));

export const simpleJob: SimpleJob = {
  id: id(10),
  kind: 'simple',
  state: 'draft',
  owner_id: user.id,
  builder_name: user.full_name,
  project_id: id(20),
  project_name: 'Shop',
  platforms: ['web'],
  title: 'Check out as a guest',
  brief: 'Buy one thing.',
  service_type: 'functional_scripted',
  service_types: ['functional_scripted'],
  revision: 1,
  roles: [],
  bids_open: null,
  my_bid_id: null,
  bidding_deadline_at: null,
  stop_reason: null,
  requirements: {},
  steps: [{ text: 'Open the shop', expected: null }],
  reward_minor: 2250,
  fee_minor: 225,
  total_minor: 4950,
  currency: 'usd',
  seats: 2,
  seats_taken: 0,
  seats_left: 2,
  claim_hours: 48,
  review_days: 7,
  dispute_hours: 72,
  deadline_at: null,
  on_rejection: 'reopen',
  mine: true,
  my_assignment_id: null,
  payment_id: null,
  builder_review_hours: null,
  builder_disputes: 0,
  builder_overturned: 0,
  created_at: then,
  updated_at: then,
  opened_at: null,
};

export const job: Schema<'Job'> = simpleJob;

export const payment: Schema<'Payment'> = {
  id: id(30),
  state: 'pending',
  amount_minor: 4950,
  fee_minor: 450,
  refunded_minor: 0,
  currency: 'usd',
  checkout_url: 'https://pay.example/session',
  job_id: job.id,
  job_title: 'Buy a book as a guest',
  bid_id: null,
  receipt_url: null,
  failure_code: null,
  chargeback_state: null,
  receipt_path: null,
  waits_since: null,
  expires_at: '2026-03-01T12:30:00.000Z',
  created_at: then,
  succeeded_at: null,
};

export const submission = (number: number): Schema<'Submission'> => ({
  id: id(40 + number),
  assignment_id: id(50 + number),
  job_id: job.id,
  job_title: job.title,
  tester_name: `Tester ${number}`,
  item_id: null,
  title: job.title,
  position: 1,
  required: true,
  instructions: job.brief,
  quantity: 1,
  // Its form depends on the service type, so the document leaves it open.
  details: { steps: job.steps } as unknown as Schema<'Submission'>['details'],
  evidence: [],
  bonus_unit_minor: 0,
  bonus_cap_minor: 0,
  bonus_minor: 0,
  paid_minor: null,
  changes_left: 0,
  changes_due_at: null,
  state: 'submitted',
  service_type: 'functional_scripted',
  steps: job.steps,
  summary: `Summary ${number}`,
  environment: { os: 'Debian', browser: 'Firefox' },
  // Its form depends on the service type, so the document leaves it open.
  report: { steps: [{ number: 1, verdict: 'pass' }], verdict: 'pass' } as unknown as Schema<'Submission'>['report'],
  findings: [],
  reward_minor: 2250,
  currency: 'usd',
  submitted_at: then,
  opened_at: then,
  review_due_at: '2026-03-08T12:00:00.000Z',
  dispute_due_at: null,
  decided_at: null,
  reject_reason: null,
  comment: null,
  rating: null,
  info_question: null,
  info_answer: null,
  info_due_at: null,
  info_rounds_left: 2,
  info_unanswered: false,
  approved_percent: null,
  dispute_id: null,
  may_dispute: false,
  returned_minor: 0,
  created_at: then,
  updated_at: then,
});

export const assignment = (number: number): Schema<'Assignment'> => ({
  id: id(50 + number),
  job_id: job.id,
  job_title: job.title,
  job_state: 'open',
  builder_name: user.full_name,
  bid_id: null,
  role_id: null,
  role_name: null,
  bonus_cap_minor: 0,
  tester_id: id(60 + number),
  tester_name: `Tester ${number}`,
  state: 'delivered',
  service_type: 'functional_scripted',
  terms: {
    brief: job.brief,
    steps: job.steps,
    requirements: {},
    role_name: null,
    persona: null,
    project_name: 'Shop',
    app_url: null,
    app_description: '',
    platforms: ['web'],
    review_days: 7,
    dispute_hours: 72,
    on_rejection: 'refund',
  },
  submissions: [submission(number)],
  reward_minor: 2250,
  held_minor: 2475,
  released_minor: 0,
  fee_minor: 0,
  refunded_minor: 0,
  currency: 'usd',
  claim_expires_at: '2026-03-03T12:00:00.000Z',
  created_at: then,
  ended_at: null,
  awaited: [],
  may_extend: false,
  extended_at: null,
  compensation_minor: null,
});

export const reviewItem = (number: number): Schema<'ReviewItem'> => ({
  submission_id: submission(number).id,
  assignment_id: assignment(number).id,
  job_id: job.id,
  job_title: job.title,
  item_title: null,
  tester_name: `Tester ${number}`,
  service_type: 'functional_scripted',
  findings: 0,
  submitted_at: then,
  review_due_at: '2026-03-08T12:00:00.000Z',
  opened_at: then,
  amount_minor: 2475,
  currency: 'usd',
});

const scriptStep: Schema<'FormField'>[] = [
  { name: 'number', type: 'int', doc: 'The step', required: true, min: 1, max: 50 },
  { name: 'verdict', type: 'enum', doc: 'How it went', required: true, values: ['pass', 'fail', 'blocked', 'skipped'] },
  { name: 'actual', type: 'text', doc: 'What happened', required: false, max: 2000, multiline: true },
];

/** The scripted test, as the server declares it. */
export const scriptedType: Schema<'ServiceType'> = {
  key: 'functional_scripted',
  title: 'Scripted functional test',
  unit: 'case',
  enabled: true,
  details: [{ name: 'steps', type: 'array', doc: 'What to do', required: false, max: 50, item: 'object', fields: [{ name: 'text', type: 'text', doc: 'What to do', required: true }, { name: 'expected', type: 'text', doc: 'What should happen', required: false }] }],
  details_minimum: [{ kind: 'entries', field: '/details/steps', min: 1 }],
  report: [
    { name: 'steps', type: 'array', doc: 'One entry for each step', required: false, max: 50, item: 'object', fields: scriptStep },
    { name: 'verdict', type: 'enum', doc: 'The case as a whole', required: false, values: ['pass', 'fail', 'blocked'] },
  ],
  minimum: [
    { kind: 'answers', field: '/report/steps', min: 1, of: '/details/steps', member: 'verdict' },
    { kind: 'text', field: '/report/steps/*/actual', min: 1, when: { member: 'verdict', values: ['fail', 'blocked'] } },
    { kind: 'needs', field: '/report/verdict' },
    { kind: 'findings', field: '/report/steps/*', when: { member: 'verdict', values: ['fail'] } },
    { kind: 'evidence', field: '/report/steps/*', when: { member: 'verdict', values: ['fail'] }, evidence: ['screenshot', 'recording'] },
  ],
};

export const typesAnswer = http.get(at('/service-types'), () => HttpResponse.json({ items: [scriptedType], next: null }));
