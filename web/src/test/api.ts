// SPDX-License-Identifier: Apache-2.0
// Answers of the API, as small as a test needs them.
import { http, HttpResponse } from 'msw';

import type { Schema } from '@/lib/api';
import type { Grant } from '@/lib/token';

export const at = (path: string): string => `*/api/v1${path}`;

export const user: Schema<'User'> = {
  id: '0190a000-0000-7000-8000-000000000001',
  email: 'ana@example.org',
  full_name: 'Ana',
  roles: ['builder'],
  locale: 'en',
  time_zone: 'UTC',
  country: null,
  email_verified: true,
  totp_enabled: false,
  payout_state: 'none',
  payments_frozen_at: null,
  created_at: '2026-01-01T00:00:00.000Z',
};

export const grant = (token: string): Grant => ({ access_token: token, token_type: 'Bearer', expires_in: 900, user });

export function problem(status: number, slug: string, errors?: { pointer: string; code: string }[]) {
  const body = { type: `/problems/${slug}`, title: slug, status, request_id: 'req-1', ...(errors && { errors }) };
  return HttpResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

export const config: Schema<'SiteConfig'> = {
  site_name: 'PeerTest Hub',
  environment: 'test',
  test_mode: true,
  currencies: ['usd'],
  builder_fee_bps: 1000,
  tester_fee_bps: 0,
  reward_min_minor: 100,
  reward_max_minor: 100_000,
  claim_hours: 48,
  review_days: 7,
  review_days_min: 3,
  review_days_max: 14,
  dispute_hours: 72,
  payment_minutes: 30,
  password_min: 10,
  service_types: ['functional_scripted', 'exploratory'],
};

export const configAnswer = http.get(at('/config'), () => HttpResponse.json(config));

export const feesAnswer = http.get(at('/pricing/fees'), () => HttpResponse.json({ builder_fee_bps: 1000, tester_fee_bps: 0 }));
