// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { number } from '@/lib/format';

import { PersonLink } from './user-words';

type Signal = Schema<'FraudSignal'>;

/** What looks odd, and why: a hint to look, never a verdict. */
export function FraudPage() {
  const { t } = useTranslation('admin');
  const { data, error, isPending, refetch } = api.useQuery('get', '/admin/fraud-signals', {});
  const columns: Column<Signal>[] = [
    {
      key: 'who',
      header: t('users.who'),
      cell: ({ account_id, account_name, is_frozen }) => (
        <>
          <PersonLink id={account_id} name={account_name} /> {is_frozen && <Badge state="problem">{t('user.frozen')}</Badge>}
        </>
      ),
    },
    { key: 'why', header: t('fraud.why'), isPlain: true, cell: ({ kind, other_name }) => t(`fraud.is.${kind}`, { other: other_name ?? '' }) },
    { key: 'other', header: t('fraud.other'), isPlain: true, cell: ({ other_id, other_name }) => other_id && other_name && <PersonLink id={other_id} name={other_name} /> },
    { key: 'count', header: t('fraud.count'), isFigure: true, cell: ({ count }) => number(count) },
    { key: 'last', header: t('fraud.last'), isFigure: true, cell: ({ seen_at }) => <RelativeTime at={seen_at} /> },
  ];
  return (
    <Page title={t('place.fraud-signals')} lead={t('fraud.lead')} width="board">
      <DataList
        label={t('place.fraud-signals')}
        list={{ isPending, error, rows: data?.items, retry: () => void refetch() }}
        empty={
          <EmptyState drawing="glass" title={t('fraud.none')}>
            {t('fraud.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ kind, account_id, other_id }) => `${kind} ${account_id} ${other_id ?? ''}`}
        isDense
      />
    </Page>
  );
}
