// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { useChoice, useWord } from '../frame/use-choice';
import { PersonLink } from '../people/user-words';
import { FailureNote } from './failure-note';

type Payment = Schema<'AdminPayment'>;

const marks: Record<Payment['state'], State> = { pending: 'waiting', succeeded: 'done', failed: 'problem', cancelled: 'waiting', partly_refunded: 'done', refunded: 'done' };
const states = ['pending', 'succeeded', 'failed', 'cancelled', 'partly_refunded', 'refunded'] as const satisfies readonly Payment['state'][];

/** All that builders paid, or set out to pay. */
export function PaymentsPage() {
  const { t } = useTranslation('admin-money');
  const [q, setQ] = useWord('q');
  const [state, setState] = useChoice('state', states);
  const query = { ...(q && { q }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/payments', { params: { query } }, byCursor);
  const columns: Column<Payment>[] = [
    { key: 'job', header: t('job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'builder', header: t('builder'), isPlain: true, cell: ({ builder_id, builder_name }) => <PersonLink id={builder_id} name={builder_name} /> },
    {
      key: 'state',
      header: t('state'),
      isPlain: true,
      cell: (payment) => (
        <>
          <Badge state={marks[payment.state]}>{t(`payment.${payment.state}`)}</Badge>
          {payment.waits_since && (
            <span className="block text-note text-soft">
              {t('payment.waits')} <RelativeTime at={payment.waits_since} />
            </span>
          )}
          {payment.chargeback_state && <span className="block text-note text-problem">{t('payment.chargeback')}</span>}
          <FailureNote code={payment.failure_code} />
        </>
      ),
    },
    { key: 'when', header: t('when'), isFigure: true, isPlain: true, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
    { key: 'fee', header: t('fee'), isFigure: true, cell: ({ fee_minor, currency }) => <Money minor={fee_minor} currency={currency} /> },
    { key: 'back', header: t('back'), isFigure: true, cell: ({ refunded_minor, currency }) => <Money minor={refunded_minor} currency={currency} /> },
    { key: 'amount', header: t('amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
  ];
  return (
    <Page title={t('payment.title')} lead={t('payment.lead')} width="board">
      <Filters>
        <SearchBox label={t('search')} value={q} onChange={setQ} />
        <Choice label={t('state')} options={states.map((value) => ({ value, label: t(`payment.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('payment.title')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ job_id }) => `/jobs/${job_id}`} none={{ title: t('payment.none') }} />
    </Page>
  );
}
