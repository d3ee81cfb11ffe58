// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Money } from '@/components/money';
import { Pager } from '@/components/pager';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { byCursor, rowsOf } from '@/lib/paging';

import { RefundState } from './refund-state';

type Refund = Schema<'Refund'>;

/** What came back, or is on its way, each with its reason, newest first. */
export function RefundList() {
  const { t } = useTranslation('payments');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery('get', '/me/refunds', { params: { query: {} } }, byCursor);
  const columns: Column<Refund>[] = [
    { key: 'job', header: t('refund.job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'why', header: t('refund.why'), isPlain: true, cell: ({ reason }) => t(`refund.reason.${reason}`) },
    { key: 'state', header: t('refund.state'), isPlain: true, cell: (refund) => <RefundState refund={refund} /> },
    { key: 'when', header: t('refund.when'), isPlain: true, cell: (refund) => <RelativeTime at={refund.completed_at ?? refund.created_at} /> },
    { key: 'amount', header: t('refund.amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
  ];
  return (
    <>
      <DataList
        label={t('refund.title')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="ledger" title={t('refund.none')}>
            {t('refund.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ job_id }) => `/jobs/${job_id}`}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}
