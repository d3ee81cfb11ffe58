// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Menu } from '@/components/menu';
import { date } from '@/lib/format';

import { usePriceWords } from './price-words';
import { pricesQuery, type Price, type PriceKind, type When } from './prices-query';

type PriceListProps = {
  kind: PriceKind;
  /** Only what holds now can be changed. */
  when: When;
  currency: string;
  /** Without the right there is only the history. */
  mayChange: boolean;
  onChange: (price: Price) => void;
  onEnd: (price: Price) => void;
  onHistory: (price: Price) => void;
};

export function PriceList({ kind, when, currency, mayChange, onChange, onEnd, onHistory }: PriceListProps) {
  const { t } = useTranslation('admin');
  const words = usePriceWords();
  const isNow = mayChange && when === 'now';
  const { data, error, isPending, refetch } = useQuery(pricesQuery(kind, when));
  const rows = data?.filter((price) => price.currency === null || price.currency === currency).toSorted((a, b) => words.what(a).localeCompare(words.what(b)) || (a.market ?? '').localeCompare(b.market ?? ''));
  const columns: Column<Price>[] = [
    { key: 'what', header: t('col.what'), cell: words.what },
    { key: 'where', header: t('col.where'), isPlain: true, cell: (price) => <span className="text-soft">{words.where(price)}</span> },
    { key: 'value', header: t('col.value'), isFigure: true, isPlain: true, cell: words.value },
    { key: 'from', header: t('col.from'), isFigure: true, cell: ({ valid_from }) => date(valid_from) },
    { key: 'until', header: t('col.until'), isFigure: true, cell: ({ valid_until }) => (valid_until ? date(valid_until) : t('col.open')) },
    { key: 'why', header: t('col.why'), isPlain: true, cell: ({ reason }) => <span dir="auto" className="text-small text-soft">{reason}</span> },
    {
      key: 'do',
      header: t('col.do'),
      isMenu: true,
      cell: (price) => (
        <Menu
          label={t('row.label', { what: words.what(price) })}
          trigger={<EllipsisHorizontalIcon className="size-6" />}
          items={[
            ...(isNow ? [{ label: t('row.change'), onSelect: () => onChange(price) }] : []),
            { label: t('row.history'), onSelect: () => onHistory(price) },
            ...(isNow ? [{ label: t('row.end'), isDanger: true, onSelect: () => onEnd(price) }] : []),
          ]}
        />
      ),
    },
  ];
  return (
    <DataList
      label={t(`prices.kind.${kind}`)}
      list={{ isPending, error, rows, retry: () => void refetch() }}
      empty={
        <EmptyState drawing="tray" title={t('prices.none')}>
          {t('prices.noneWhy')}
        </EmptyState>
      }
      columns={columns}
      rowKey={({ id }) => id}
      isDense
    />
  );
}
