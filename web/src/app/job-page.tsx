// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';

import { QueryView } from '@/components/query-view';
import { PageBones } from '@/components/skeleton';
import { isSimple, jobQuery } from '@/shared/jobs-query';

// Several pages behind one address: each is fetched when it is shown.
const OwnerJob = lazy(async () => ({ default: (await import('@/features/jobs/owner/owner-job')).OwnerJob }));
const TesterJob = lazy(async () => ({ default: (await import('@/features/market/tester-job')).TesterJob }));
const StructuredJob = lazy(async () => ({ default: (await import('@/features/bids/structured-job')).StructuredJob }));

/** One address for a job; who it belongs to and its kind decide what is shown. */
export function JobPage() {
  const { jobId = '' } = useParams();
  const query = useQuery(jobQuery(jobId));
  return (
    <QueryView query={query}>
      {(job) => (
        <Suspense fallback={<PageBones />}>
          {job.mine ? <OwnerJob key={job.id} job={job} /> : isSimple(job) ? <TesterJob key={job.id} job={job} /> : <StructuredJob key={job.id} job={job} />}
        </Suspense>
      )}
    </QueryView>
  );
}
