// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, http } from '@/lib/api';
import { span } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ActButton, type Reasoned } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { sent } from '../frame/sent';
import { isUnderWay, outcomeMark, type Reconciliation } from './reconciliation-words';

const POLL_MS = 3_000;

/** Our book beside the provider's: each comparison, and what did not agree. */
export function ReconciliationsPage() {
  const { t } = useTranslation('admin-money');
  const pages = api.useInfiniteQuery(
    'get',
    '/admin/reconciliations',
    { params: { query: {} } },
    { ...byCursor, refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some(isUnderWay)) ? POLL_MS : false) },
  );
  const columns: Column<Reconciliation>[] = [
    { key: 'when', header: t('when'), cell: ({ created_at }) => <RelativeTime at={created_at} /> },
    { key: 'state', header: t('reconcile.outcome'), isPlain: true, cell: (row) => <Badge state={outcomeMark(row)}>{row.state === 'done' ? t('reconcile.differences', { count: row.differences ?? 0 }) : t(`reconcile.${row.state}`)}</Badge> },
    { key: 'what', header: t('reconcile.compared'), isPlain: true, cell: ({ counts }) => <Counts counts={counts} /> },
    { key: 'took', header: t('reconcile.took'), isFigure: true, cell: ({ created_at, finished_at }) => finished_at && span(Date.parse(finished_at) - Date.parse(created_at)) },
  ];
  return (
    <Page title={t('reconcile.title')} lead={t('reconcile.lead')} width="board" action={<ReconcileNow />}>
      <AdminList label={t('reconcile.title')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/reconciliations/${id}`} none={{ title: t('reconcile.none'), why: t('reconcile.noneWhy') }} />
    </Page>
  );
}

const compared = ['charge', 'transfer', 'refund', 'chargeback'] as const;

function Counts({ counts }: { counts: Reconciliation['counts'] }) {
  const { t } = useTranslation('admin-money');
  return <span className="figures text-small text-soft">{compared.map((kind) => t(`reconcile.read.${kind}`, { count: counts[kind] })).join(', ')}</span>;
}

function ReconcileNow() {
  const { t } = useTranslation('admin-money');
  return (
    <ActButton<Reasoned>
      label={t('reconcile.now')}
      kind="primary"
      needs={['finance']}
      title={t('reconcile.now')}
      what={t('reconcile.nowWhat')}
      submit={t('reconcile.submit')}
      done={t('reconcile.begun')}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/reconciliations', { body }))}
    />
  );
}
