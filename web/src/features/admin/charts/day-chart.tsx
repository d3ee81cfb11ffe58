// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { Disclosure } from '@/components/disclosure';
import { Panel } from '@/components/panel';
import { Bone, Skeleton } from '@/components/skeleton';

import type { Chart } from './chart-types';

const DayBars = lazy(async () => ({ default: (await import('./day-bars')).DayBars }));

/** Figures by day: drawn, and as a table for who wants the figures or cannot see the drawing. */
export function DayChart({ chart }: { chart: Chart }) {
  const { t } = useTranslation('admin-site');
  const isEmpty = chart.series.every(({ values }) => values.every((value) => value === 0));
  return (
    <Panel title={chart.label}>
      {isEmpty ? (
        <p className="py-8 text-soft">{t('chart.nothing')}</p>
      ) : (
        <>
          <Suspense
            fallback={
              <Skeleton>
                <Bone className="h-60" />
              </Skeleton>
            }
          >
            <DayBars chart={chart} />
          </Suspense>
          <Disclosure title={<span className="text-small">{t('chart.table')}</span>}>
            <Table chart={chart} />
          </Disclosure>
        </>
      )}
    </Panel>
  );
}

/** The newest day first, and only days on which there was something. */
function Table({ chart: { label, days, series, write, writeDay } }: { chart: Chart }) {
  const { t } = useTranslation('admin-site');
  const rows = days.map((day, at) => ({ day, figures: series.map(({ values }) => values[at] ?? 0) })).filter(({ figures }) => figures.some((figure) => figure !== 0));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'day', header: t('chart.day'), cell: ({ day }) => writeDay(day) },
    ...series.map(({ key, label: name }, at) => ({ key, header: name, isFigure: true, cell: ({ figures }: (typeof rows)[number]) => write(figures[at] ?? 0) })),
  ];
  return <DataList label={label} list={{ isPending: false, error: null, rows: rows.toReversed(), retry: () => undefined }} empty={null} columns={columns} rowKey={({ day }) => day} isDense />;
}
