// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import { EventTimeline } from '@/shared/event-timeline';
import { jobEventsQuery } from '@/shared/jobs-query';

export function JobTimeline({ jobId }: { jobId: string }) {
  const { data: events, error, isPending, refetch } = useQuery(jobEventsQuery(jobId));
  if (isPending) return <RowBones count={3} />;
  if (!events) return <FailedState error={error} onRetry={() => void refetch()} />;
  return <EventTimeline events={events} />;
}
