// SPDX-License-Identifier: Apache-2.0
// An administrator, and what the administration shows, as the API answers with it.
import { http, HttpResponse, type RequestHandler } from 'msw';

import type { Schema } from '@/lib/api';

import { at } from './api';
import { admin, signIn } from './session';

const then = '2026-03-01T12:00:00.000Z';

export const adminUser: Schema<'AdminUser'> = {
  id: admin.id,
  email: admin.email,
  full_name: 'Ada',
  roles: ['admin'],
  scopes: ['super'],
  state: 'active',
  suspended_at: null,
  frozen_at: null,
  email_verified: true,
  totp_enabled: true,
  payout_state: 'none',
  country: null,
  locale: 'en',
  created_at: then,
  last_seen_at: null,
};

export const detailOf = (user: Schema<'AdminUser'>): Schema<'AdminUserDetail'> => ({
  user,
  frozen_reason: null,
  sessions: 1,
  recovery_codes_left: 9,
  jobs: 3,
  jobs_going_on: 1,
  bids_open: 0,
  assignments: 0,
  assignments_active: 0,
  approved: 0,
  rejected: 0,
});

export const person: Schema<'AdminUser'> = { ...adminUser, id: '0190a000-0000-7000-8000-000000000042', full_name: 'Tess', email: 'tess@example.org', roles: ['tester'], scopes: [] };

export const payout: Schema<'AdminPayout'> = {
  id: '0190a000-0000-7000-8000-000000000051',
  submission_id: '0190a000-0000-7000-8000-000000000052',
  assignment_id: '0190a000-0000-7000-8000-000000000053',
  job_id: '0190a000-0000-7000-8000-000000000054',
  job_title: 'The basket',
  tester_id: person.id,
  tester_name: 'Tess',
  builder_id: admin.id,
  builder_name: 'Bea',
  amount_minor: 1250,
  fee_minor: 0,
  currency: 'usd',
  state: 'completed',
  failure_code: null,
  waits_for: null,
  waits_since: null,
  attempts: 1,
  transfer_id: 'tr_1',
  reversals: [],
  reversed_minor: 0,
  created_at: then,
  completed_at: then,
};

/** Signs in an administrator with these scopes; the handlers answer what is not an empty list. */
export function signInAdmin(scopes: Schema<'AdminUser'>['scopes'], ...handlers: RequestHandler[]): void {
  signIn({ ...admin, totp_enabled: true }, ...handlers, http.get(at(`/admin/users/${admin.id}`), () => HttpResponse.json(detailOf({ ...adminUser, scopes }))));
}
