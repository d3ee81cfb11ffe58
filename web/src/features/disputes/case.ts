// SPDX-License-Identifier: Apache-2.0
// The case file of a dispute. The document leaves its form open, because it is stored as it was
// when the dispute was opened; this is what the server writes into it.
import type { Schema } from '@/lib/api';
import type { Dispute } from '@/shared/disputes-query';

type Submission = Schema<'Submission'>;
type Event = Schema<'Event'>;

export type CaseFileContent = {
  contract: Pick<Submission, 'reward_minor' | 'bonus_cap_minor'> & {
    terms: Schema<'Terms'>;
    item: Pick<Submission, 'details'> & { instructions?: string };
    claimed_at: string;
    due_at: string;
    offer: { message: string } | null;
  };
  work: Pick<Submission, 'summary' | 'environment' | 'report' | 'evidence' | 'findings'>;
  review: Pick<Submission, 'state' | 'reject_reason' | 'comment' | 'rating' | 'approved_percent' | 'decided_at'> & { question: string | null; answer: string | null; unanswered: boolean };
  timeline: Omit<Event, 'id' | 'submission_id' | 'actor_name' | 'currency'>[];
};

// The server wrote it and keeps it sealed; nothing else can stand in it.
export const fileOf = ({ case_file }: Dispute): CaseFileContent => case_file as unknown as CaseFileContent;

/** The timeline of the file, with the names that the dispute knows. */
export function eventsOf({ id, submission_id, tester_name, builder_name, currency }: Dispute, { timeline }: CaseFileContent): Event[] {
  const names: Partial<Record<Event['actor_kind'], string>> = { tester: tester_name, builder: builder_name };
  return timeline.map((event, at) => ({ ...event, id: `${id}.${at}`, submission_id, currency, actor_name: names[event.actor_kind] ?? null }));
}
