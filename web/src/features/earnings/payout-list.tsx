// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/button';
import { Money } from '@/components/money';
import { Pager } from '@/components/pager';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';

import { usePayouts } from './earnings-query';
import { PayoutState } from './payout-state';

type Payout = Schema<'Payout'>;

/** Each payout, leading to the work that it is for and its timeline. */
export function PayoutList() {
  const { t } = useTranslation('earnings');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePayouts();
  const columns: Column<Payout>[] = [
    { key: 'job', header: t('payouts.job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'state', header: t('payouts.state'), isPlain: true, cell: (payout) => <PayoutState payout={payout} /> },
    { key: 'when', header: t('payouts.when'), isPlain: true, cell: (payout) => <RelativeTime at={payout.completed_at ?? payout.created_at} /> },
    { key: 'amount', header: t('payouts.amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
  ];
  return (
    <>
      <DataList
        label={t('payouts.title')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="ledger" title={t('payouts.none')} action={<LinkButton to="/jobs">{t('payouts.toJobs')}</LinkButton>}>
            {t('payouts.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ assignment_id }) => `/assignments/${assignment_id}`}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}
