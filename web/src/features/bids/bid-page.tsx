// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { QueryView } from '@/components/query-view';
import { useSession } from '@/lib/session';
import { bidQuery } from '@/shared/bids-query';
import { jobQuery } from '@/shared/jobs-query';

import { BidThread } from './bid-thread';

/** One thread of offers, for either side. */
export function BidPage() {
  const { bidId = '' } = useParams();
  const { user } = useSession();
  const bid = useQuery(bidQuery(bidId));
  const jobId = bid.data?.job_id;
  const job = useQuery({ ...jobQuery(jobId ?? ''), enabled: jobId !== undefined });
  return (
    <QueryView query={bid}>
      {(thread) => <QueryView query={job}>{(plan) => <BidThread key={thread.id} bid={thread} job={plan} side={thread.tester_id === user?.id ? 'tester' : 'builder'} />}</QueryView>}
    </QueryView>
  );
}
