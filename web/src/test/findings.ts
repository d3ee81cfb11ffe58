// SPDX-License-Identifier: Apache-2.0
// A finding as the API answers with it, and the scales.
import { http, HttpResponse } from 'msw';

import type { Schema } from '@/lib/api';

import { at } from './api';
import { job, submission } from './work';

const then = '2026-03-01T12:00:00.000Z';

export const finding: Schema<'Finding'> = {
  id: '0190a000-0000-7000-8000-000000000700',
  submission_id: submission(1).id,
  number: 1,
  title: 'The link in the mail leads to a blank page',
  kind: 'functional',
  severity: 'major',
  scale: null,
  severity_reason: null,
  url: null,
  preconditions: null,
  steps: ['Open it'],
  expected: 'A page',
  actual: 'Nothing',
  reproducibility: 'always',
  tries_seen: null,
  tries_total: null,
  workaround: null,
  console_excerpt: null,
  failing_request: null,
  first_seen_build: null,
  works_in_build: null,
  environment: null,
  attachment_ids: [],
  state: 'new',
  triaged_at: null,
  severity_final: null,
  verdict_reason: null,
  duplicate_of: null,
  root: null,
  confirmation: false,
  known_issue_id: null,
  judged_at: null,
  fixed_build: null,
  fixed_at: null,
  fix_note: null,
  retest_job_id: null,
  created_at: then,
  updated_at: then,
};

export const findingRow = (number: number, change: Partial<Schema<'FindingRow'>> = {}): Schema<'FindingRow'> => ({
  ...finding,
  id: `0190a000-0000-7000-8000-00000000080${number}`,
  title: `What is wrong in place number ${number}`,
  job_id: job.id,
  job_title: job.title,
  tester_name: `Tester ${number}`,
  duplicates: 0,
  ...change,
});

export const scalesAnswer = http.get(at('/severity-scales'), () =>
  HttpResponse.json({
    items: [
      { name: 'nielsen', takes_vector: false, steps: [{ value: '4', severity: 'critical' }, { value: '3', severity: 'major' }, { value: '2', severity: 'moderate' }, { value: '1', severity: 'trivial' }] },
      { name: 'cvss', takes_vector: true, steps: [{ value: '9.0', severity: 'critical' }, { value: '7.0', severity: 'major' }, { value: '4.0', severity: 'moderate' }, { value: '0.1', severity: 'minor' }, { value: '0.0', severity: 'trivial' }] },
    ],
  }),
);
