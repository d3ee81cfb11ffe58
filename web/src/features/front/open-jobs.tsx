// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { Money } from '@/components/money';
import { RowBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

import { Column } from './column';
import { newestJobsQuery } from './front-query';

/** The newest jobs, as they are this moment. */
export function OpenJobs() {
  const { t } = useTranslation('front');
  return (
    <Column title={t('jobs.title')}>
      <div className="min-h-72">
        <JobRows />
      </div>
    </Column>
  );
}

function JobRows() {
  const { t } = useTranslation('front');
  const { data: jobs, error, isPending, refetch } = useQuery(newestJobsQuery());
  if (isPending) return <RowBones count={4} />;
  if (!jobs) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (jobs.items.length === 0) {
    return (
      <EmptyState drawing="tray" title={t('jobs.none')}>
        {t('jobs.noneWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul>
        {jobs.items.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
      <Link to="/jobs" className="link inline-flex min-h-11 items-center text-small">
        {t('jobs.all')}
      </Link>
    </>
  );
}

function JobRow({ job }: { job: Schema<'JobSummary'> }) {
  const { t } = useTranslation('front');
  const { t: d } = useTranslation('domain');
  const what = job.service_type ? `${d(`serviceType.${job.service_type}`)} · ${t('jobs.seats', { count: job.seats_left })}` : t('jobs.plan', { count: job.roles });
  return (
    <li className="border-b border-line last:border-0">
      <Link to={`/jobs/${job.id}`} className="group flex min-h-16 items-center justify-between gap-6 py-2">
        <span className="min-w-0">
          <span dir="auto" className="line-clamp-2 font-strong group-hover:underline">{job.title}</span>
          <span className="block text-small text-soft">{what}</span>
        </span>
        <JobPay job={job} />
      </Link>
    </li>
  );
}

/** The reward, the range of a plan's budgets, or that bids decide. */
function JobPay({ job: { reward_minor, budget_low_minor: low, budget_high_minor: high, currency } }: { job: Schema<'JobSummary'> }) {
  const { t } = useTranslation('front');
  if (low !== null && high !== null && low < high) {
    return <span className="figures text-end font-strong">{t('jobs.budget', { low: money(low, currency), high: money(high, currency) })}</span>;
  }
  return reward_minor === null ? <span className="whitespace-nowrap text-soft">{t('jobs.byBid')}</span> : <Money minor={reward_minor} currency={currency} className="font-strong" />;
}
