// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Money } from '@/components/money';
import { Pager } from '@/components/pager';
import { RelativeTime } from '@/components/time';
import { api, http, type Schema } from '@/lib/api';
import { byCursor, rowsOf } from '@/lib/paging';
import { PdfButton } from '@/shared/pdf-button';

import { ChargebackNotice } from './chargeback-notice';
import { PaymentState } from './payment-state';

type Payment = Schema<'Payment'>;

/** Each payment with its receipt, and what a chargeback does to the money. */
export function PaymentList() {
  const { t } = useTranslation('payments');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery('get', '/me/payments', { params: { query: {} } }, byCursor);
  const rows = rowsOf(data);
  const columns: Column<Payment>[] = [
    { key: 'job', header: t('job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'state', header: t('state'), isPlain: true, cell: (payment) => <PaymentState payment={payment} /> },
    { key: 'when', header: t('when'), isPlain: true, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
    { key: 'receipt', header: t('receipt'), isPlain: true, cell: (payment) => <Receipt payment={payment} /> },
    { key: 'fee', header: t('fee'), isFigure: true, cell: ({ fee_minor, currency }) => <Money minor={fee_minor} currency={currency} /> },
    { key: 'back', header: t('back'), isFigure: true, isPlain: true, cell: (payment) => <Back payment={payment} /> },
    { key: 'amount', header: t('amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
  ];
  return (
    <>
      <ChargebackNotice payments={rows ?? []} />
      <DataList
        label={t('title')}
        list={{ isPending, error, rows, retry: () => void refetch() }}
        empty={
          <EmptyState drawing="ledger" title={t('none')} action={<LinkButton to="/jobs/new">{t('post')}</LinkButton>}>
            {t('noneWhy')}
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

/** What was refunded; most payments have nothing to say here. */
function Back({ payment: { refunded_minor, currency } }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  if (refunded_minor === 0) return null;
  return (
    <>
      <span className="text-soft md:hidden">{t('back')} </span>
      <Money minor={refunded_minor} currency={currency} />
    </>
  );
}

/** Our receipt, once the money has arrived. */
function Receipt({ payment: { id, job_title, receipt_path, created_at } }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  if (receipt_path === null) return null;
  const read = () => http.GET('/payments/{payment_id}/receipt', { params: { path: { payment_id: id } }, parseAs: 'blob' });
  return <PdfButton label={t('receiptFor', { title: job_title })} name={`receipt-${created_at.slice(0, 10)}.pdf`} read={read} />;
}
