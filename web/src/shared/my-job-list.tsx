// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { FactStrip } from '@/components/fact-strip';
import { Pager } from '@/components/pager';

import { jobQuery, type MyJob } from './jobs-query';
import { isBidding, isUnpaid, useJobTurn } from './turns';

type MyJobListProps = {
  label: string;
  list: { isPending: boolean; error: unknown; rows: readonly MyJob[] | undefined; retry: () => void };
  more: { hasMore: boolean; isLoading: boolean; onMore: () => void };
  empty: ReactNode;
};

/** The builder's jobs: what each is, how far it is, and its three facts. */
export function MyJobList({ label, list, more, empty }: MyJobListProps) {
  const { t } = useTranslation('domain');
  const turnOf = useJobTurn();
  const queryClient = useQueryClient();
  const columns: Column<MyJob>[] = [
    { key: 'title', header: t('jobs.title'), cell: (job) => <span dir="auto">{job.title}</span> },
    { key: 'type', header: t('jobs.type'), isPlain: true, cell: (job) => <span className="text-soft">{job.service_types.map((type) => t(`serviceType.${type}`)).join(', ')}</span> },
    { key: 'seats', header: t('jobs.approved'), isFigure: true, cell: (job) => (job.state === 'draft' ? '–' : t('jobs.approvedOf', { done: job.approved, all: job.seats })) },
    {
      key: 'facts',
      header: t('jobs.facts'),
      isPlain: true,
      cell: (job) => (
        <FactStrip
          form="row"
          turn={turnOf(job)}
          until={job.next_review_due_at ?? (isBidding(job.state) ? job.bidding_deadline_at : null)}
          money={job.total_minor === null ? null : { minor: job.total_minor, currency: job.currency, meaning: t(isUnpaid(job.state) ? 'money.toPay' : 'money.paid') }}
        />
      ),
    },
  ];
  return (
    <>
      <DataList label={label} list={list} empty={empty} columns={columns} rowKey={({ id }) => id} rowHref={hrefOf} onIntent={({ id }) => void queryClient.prefetchQuery(jobQuery(id))} />
      {list.rows && <Pager {...more} />}
    </>
  );
}

/** A draft goes on where it was left. */
const hrefOf = (job: MyJob): string => (job.state === 'draft' ? `/jobs/${job.id}/edit` : `/jobs/${job.id}`);
