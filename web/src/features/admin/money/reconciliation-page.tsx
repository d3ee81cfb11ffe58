// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Badge } from '@/components/state-mark';
import { api, type Schema } from '@/lib/api';
import { instant } from '@/lib/format';

import { isUnderWay, outcomeMark } from './reconciliation-words';

type Detail = Schema<'ReconciliationWithDifferences'>;
type Difference = Detail['items'][number];

const POLL_MS = 3_000;

/** One comparison with every difference it found; nothing is repaired by itself. */
export function ReconciliationPage() {
  const { reconciliationId = '' } = useParams();
  const query = api.useQuery(
    'get',
    '/admin/reconciliations/{reconciliation_id}',
    { params: { path: { reconciliation_id: reconciliationId } } },
    { refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? POLL_MS : false) },
  );
  return <QueryView query={query}>{(detail) => <Differences detail={detail} />}</QueryView>;
}

function Differences({ detail }: { detail: Detail }) {
  const { t } = useTranslation('admin-money');
  const columns: Column<Difference>[] = [
    { key: 'kind', header: t('reconcile.kind'), cell: ({ kind }) => t(`reconcile.of.${kind}`) },
    { key: 'what', header: t('reconcile.what'), isPlain: true, cell: ({ what }) => what.replaceAll('_', ' ') },
    { key: 'ours', header: t('reconcile.ours'), cell: ({ ours, our_id }) => <Side value={ours} id={our_id} /> },
    { key: 'theirs', header: t('reconcile.theirs'), cell: ({ theirs, provider_id }) => <Side value={theirs} id={provider_id} /> },
  ];
  return (
    <Page title={t('reconcile.on', { when: instant(detail.created_at) })} width="board" action={<Badge state={outcomeMark(detail)}>{detail.state === 'done' ? t('reconcile.differences', { count: detail.differences ?? 0 }) : t(`reconcile.${detail.state}`)}</Badge>}>
      <DataList
        label={t('reconcile.list')}
        list={{ isPending: false, error: null, rows: detail.items, retry: () => undefined }}
        empty={
          <EmptyState drawing="ledger" title={t(isUnderWay(detail) ? 'reconcile.stillAtIt' : 'reconcile.agree')}>
            {t(isUnderWay(detail) ? 'reconcile.stillWhat' : 'reconcile.agreeWhat')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ kind, what, provider_id, our_id, ours, theirs }) => [kind, what, provider_id, our_id, ours, theirs].join(' ')}
        isDense
      />
    </Page>
  );
}

function Side({ value, id }: { value: string | null; id: string | null }) {
  return (
    <>
      <span className="figures block">{value ?? '–'}</span>
      {id && <code className="block font-mono text-note break-all text-soft select-all">{id}</code>}
    </>
  );
}
