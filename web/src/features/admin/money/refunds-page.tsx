// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ScopeNote } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { useChoice, useWord } from '../frame/use-choice';
import { PersonLink } from '../people/user-words';
import { FailureNote } from './failure-note';
import { RefundHeld, RetryRefund } from './refund-acts';
import { useRefundReason } from './refund-reason';

type Refund = Schema<'AdminRefund'>;

const marks: Record<Refund['state'], State> = { pending: 'waiting', processing: 'theirs', completed: 'done', failed: 'problem', reversed: 'problem' };
const states = ['pending', 'processing', 'completed', 'failed', 'reversed'] as const satisfies readonly Refund['state'][];

/** What goes back to builders, and why. */
export function RefundsPage() {
  const { t } = useTranslation('admin-money');
  const [q, setQ] = useWord('q');
  const [state, setState] = useChoice('state', states);
  const query = { ...(q && { q }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/refunds', { params: { query } }, byCursor);
  const reasonWords = useRefundReason();
  const columns: Column<Refund>[] = [
    { key: 'job', header: t('job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'builder', header: t('builder'), isPlain: true, cell: ({ builder_id, builder_name }) => <PersonLink id={builder_id} name={builder_name} /> },
    {
      key: 'state',
      header: t('state'),
      isPlain: true,
      cell: (refund) => (
        <>
          <Badge state={marks[refund.state]}>{t(`refund.${refund.state}`)}</Badge>
          {refund.waits_for && <span className="block text-note text-soft">{t(`refund.waits.${refund.waits_for}`)}</span>}
          {refund.covered_minor > 0 && <span className="block text-note text-soft">{t('refund.covered', { amount: money(refund.covered_minor, refund.currency) })}</span>}
          <FailureNote code={refund.failure_code} />
        </>
      ),
    },
    { key: 'why', header: t('why'), isPlain: true, cell: ({ reason }) => reasonWords(reason) },
    { key: 'when', header: t('when'), isFigure: true, isPlain: true, cell: (refund) => <RelativeTime at={refund.completed_at ?? refund.created_at} /> },
    { key: 'amount', header: t('amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
    { key: 'do', header: t('do'), isFigure: true, isPlain: true, cell: (refund) => refund.state === 'failed' && <RetryRefund refund={refund} /> },
  ];
  return (
    <Page title={t('refund.title')} lead={t('refund.lead')} width="board" action={<RefundHeld />}>
      <ScopeNote needs={['finance']} />
      <Filters>
        <SearchBox label={t('search')} value={q} onChange={setQ} />
        <Choice label={t('state')} options={states.map((value) => ({ value, label: t(`refund.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('refund.title')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ job_id }) => `/jobs/${job_id}`} none={{ title: t('refund.none') }} />
    </Page>
  );
}
