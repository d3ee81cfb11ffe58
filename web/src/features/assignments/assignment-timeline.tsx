// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';
import { assignmentEventsQuery } from '@/shared/assignments-query';
import { EventTimeline } from '@/shared/event-timeline';

export function AssignmentTimeline({ assignmentId }: { assignmentId: string }) {
  const { data: events, error, isPending, refetch } = useQuery(assignmentEventsQuery(assignmentId));
  if (isPending) return <RowBones count={2} />;
  if (!events) return <FailedState error={error} onRetry={() => void refetch()} />;
  return <EventTimeline events={events.map(asTester)} />;
}

const granted: readonly string[] = ['approved', 'approved_partially', 'waived', 'decided'];

/** What is held for a seat contains the builder's fee, which is none of the tester's money. */
const asTester = (event: Schema<'Event'>): Schema<'Event'> =>
  granted.includes(event.kind) || event.kind.startsWith('payout_') ? event : { ...event, amount_minor: null };
