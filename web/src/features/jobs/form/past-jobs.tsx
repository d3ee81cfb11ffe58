// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import { date } from '@/lib/format';
import { rowsOf } from '@/lib/paging';
import { useMyJobs } from '@/shared/jobs-query';

import { useCopyJob } from '../use-copy-job';

const SHOWN = 6;

/** What was posted last, to begin with once more. */
export function PastJobs() {
  const { t } = useTranslation('jobs');
  const copy = useCopyJob();
  const { data, error, isPending, refetch } = useMyJobs();
  if (isPending) return <RowBones count={3} />;
  const jobs = rowsOf(data)
    ?.filter(({ state }) => state !== 'draft')
    .slice(0, SHOWN);
  if (!jobs) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (jobs.length === 0) return <p className="text-soft">{t('start.noPast')}</p>;
  return (
    <ul className="-mt-2">
      {jobs.map((job) => (
        <li key={job.id} className="flex min-h-14 items-center justify-between gap-4 border-b border-line py-2">
          <span className="min-w-0">
            <span dir="auto" className="line-clamp-2 font-strong">
              {job.title}
            </span>
            <span className="block text-small text-soft">
              {t(`start.kind.${job.kind}`)} · {date(job.created_at)}
            </span>
          </span>
          <Button onClick={() => copy(job.id)} aria-label={t('start.copyOf', { title: job.title })}>
            {t('start.copy')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
