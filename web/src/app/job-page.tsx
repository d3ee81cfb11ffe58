// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { QueryView } from '@/components/query-view';
import { OwnerJob } from '@/features/jobs/owner/owner-job';
import { TesterJob } from '@/features/market/tester-job';
import { jobQuery } from '@/shared/jobs-query';

/** One address for a job; who it belongs to decides what is shown. */
export function JobPage() {
  const { jobId = '' } = useParams();
  const query = useQuery(jobQuery(jobId));
  return <QueryView query={query}>{(job) => (job.mine ? <OwnerJob key={job.id} job={job} /> : <TesterJob key={job.id} job={job} />)}</QueryView>;
}
