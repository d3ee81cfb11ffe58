// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { FactStrip } from '@/components/fact-strip';
import type { Schema } from '@/lib/api';

import { submissionQuery } from './reviews-query';

type Item = Schema<'ReviewItem'>;

type ReviewListProps = {
  list: { isPending: boolean; error: unknown; rows: readonly Item[] | undefined; retry: () => void };
  empty: ReactNode;
};

/** Submissions that wait for the builder: what, by whom, until when, and the money that hangs on it. */
export function ReviewList({ list, empty }: ReviewListProps) {
  const { t } = useTranslation('domain');
  const queryClient = useQueryClient();
  const columns: Column<Item>[] = [
    { key: 'job', header: t('jobs.title'), cell: ({ job_title, item_title }) => <span dir="auto">{item_title === null ? job_title : `${item_title} · ${job_title}`}</span> },
    { key: 'tester', header: t('review.tester'), isPlain: true, cell: ({ tester_name }) => <span dir="auto" className="text-soft">{tester_name}</span> },
    { key: 'findings', header: t('review.findings'), isFigure: true, cell: ({ findings }) => findings },
    {
      key: 'facts',
      header: t('jobs.facts'),
      isPlain: true,
      cell: (item) => (
        <FactStrip
          form="row"
          turn={{ state: 'yours', text: t('seatTurn.submitted') }}
          until={item.review_due_at}
          money={{ minor: item.amount_minor, currency: item.currency, meaning: t('money.held') }}
        />
      ),
    },
  ];
  return (
    <DataList
      label={t('review.label')}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ submission_id }) => submission_id}
      rowHref={({ submission_id }) => `/submissions/${submission_id}/review`}
      onIntent={({ submission_id }) => void queryClient.prefetchQuery(submissionQuery(submission_id))}
    />
  );
}
