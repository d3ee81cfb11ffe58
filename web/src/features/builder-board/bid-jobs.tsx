// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import { Badge } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { rowsOf } from '@/lib/paging';
import { useMyJobs, type MyJob } from '@/shared/jobs-query';

/** The plans with open bids, each with the way to compare them. */
export function BidJobs() {
  const { t } = useTranslation('builder-board');
  const published = useMyJobs({ state: 'published' });
  const awarding = useMyJobs({ state: 'awarding' });
  const error = published.error ?? awarding.error;
  if (published.isPending || awarding.isPending) return <RowBones count={1} />;
  if (error !== null) return <FailedState error={error} onRetry={() => void Promise.all([published.refetch(), awarding.refetch()])} />;
  const jobs = [...(rowsOf(awarding.data) ?? []), ...(rowsOf(published.data) ?? [])].filter(({ bids_open }) => bids_open > 0);
  if (jobs.length === 0) return null;
  return (
    <Panel title={t('bids.title')}>
      <ul>
        {jobs.map((job) => (
          <BidRow key={job.id} job={job} />
        ))}
      </ul>
    </Panel>
  );
}

function BidRow({ job }: { job: MyJob }) {
  const { t } = useTranslation('builder-board');
  return (
    <li className="relative flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-well">
      <Link to={`/jobs/${job.id}/bids`} dir="auto" className="font-strong break-words after:absolute after:inset-0">
        {job.title}
      </Link>
      <span className="flex items-baseline gap-6 text-small">
        <Badge state="yours">{t('bids.open', { count: job.bids_open })}</Badge>
        {job.bidding_deadline_at && <TimeLeft at={job.bidding_deadline_at} />}
      </span>
    </li>
  );
}
