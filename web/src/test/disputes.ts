// SPDX-License-Identifier: Apache-2.0
// A dispute about a rejection, as the API answers with it to the tester who opened it.
import type { Dispute } from '@/shared/disputes-query';

import { assignment, job, submission } from './work';

const work = submission(1);
const later = '2126-03-04T12:00:00.000Z';

/** What was agreed, handed in and decided when it was opened. */
const file = {
  contract: { terms: assignment(1).terms, item: { details: work.details, instructions: job.brief }, reward_minor: 2250, bonus_cap_minor: 0, claimed_at: work.created_at, due_at: later, offer: null },
  work,
  review: { state: 'rejected', reject_reason: 'insufficient_evidence', comment: 'There is no proof.', rating: null, approved_percent: null, decided_at: work.created_at, question: null, answer: null, unanswered: false },
  timeline: [{ kind: 'rejected', actor_kind: 'builder', from_state: 'submitted', to_state: 'rejected', amount_minor: null, note: 'insufficient_evidence', created_at: work.created_at }],
};

/** Half of the fee of $2.25 goes with half of the $22.50. */
const splits = Array.from({ length: 101 }, (_, tester_percent) => {
  const tester_minor = Math.floor((2250 * tester_percent + 50) / 100);
  return { tester_percent, tester_minor, builder_minor: 2250 - tester_minor + Math.floor((225 * (2250 - tester_minor) + 1125) / 2250) };
});

export const dispute = (more: Partial<Dispute> = {}): Dispute => ({
  id: '0190a000-0000-7000-8000-000000000600',
  submission_id: work.id,
  assignment_id: work.assignment_id,
  job_id: job.id,
  job_title: job.title,
  item_title: null,
  service_type: 'functional_scripted',
  tester_name: 'Tess',
  builder_name: 'Ana',
  your_side: 'tester',
  opened_by: 'tester',
  kind: 'evidence',
  state: 'open',
  at_stake_minor: 2250,
  paid_before_minor: 0,
  currency: 'usd',
  tester_percent: null,
  outcome: null,
  awarded_minor: null,
  may_answer: false,
  may_propose: true,
  may_accept: false,
  may_appeal: false,
  due_at: later,
  opened_at: work.created_at,
  closed_at: null,
  statement: 'The brief asked for no picture.',
  answer: null,
  proposals: [],
  splits,
  decided_percent: null,
  reason: null,
  summary: null,
  appealed_by: null,
  appeal_statement: null,
  appeal_percent: null,
  appeal_reason: null,
  tester_accepted_at: null,
  builder_accepted_at: null,
  // The document leaves its form open, because it is kept as it was.
  case_file: file as unknown as Dispute['case_file'],
  case_hash: 'ab'.repeat(32),
  settlement_due_at: later,
  answer_due_at: later,
  answered_at: null,
  decision_due_at: null,
  decided_at: null,
  appeal_due_at: null,
  appealed_at: null,
  hard_stop_at: later,
  ...more,
});
