// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Money } from '@/components/money';
import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { number, percent } from '@/lib/format';

import { useTypeName } from './type-name';

type Statistics = Schema<'Statistics'>;
type OfType = Statistics['service_types'][number];
type OfCurrency = Statistics['money'][number];

/** From people who came to work that was decided, and the money with it. */
export function StatisticsView({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('admin-site');
  return (
    <div className="flex flex-col gap-10">
      <div className="grid gap-10 md:grid-cols-3">
        <Steps title={t('statistics.people')} statistics={statistics} steps={['registered', 'verified', 'new_builders', 'new_testers']} />
        <Steps title={t('statistics.jobs')} statistics={statistics} steps={['jobs_opened', 'builders_active', 'seats_taken', 'seats_lapsed', 'seats_returned']} />
        <Steps title={t('statistics.work')} statistics={statistics} steps={['submissions', 'testers_active']} />
      </div>
      <Panel title={t('statistics.money')}>
        <MoneyTable rows={statistics.money} />
      </Panel>
      <Panel title={t('statistics.types')}>
        <TypeTable rows={statistics.service_types} />
      </Panel>
    </div>
  );
}

const steps = ['registered', 'verified', 'new_builders', 'new_testers', 'jobs_opened', 'builders_active', 'seats_taken', 'seats_lapsed', 'seats_returned', 'submissions', 'testers_active'] as const;

type StepsProps = { title: string; statistics: Statistics; steps: readonly (typeof steps)[number][] };

function Steps({ title, statistics, steps: shown }: StepsProps) {
  const { t } = useTranslation('admin-site');
  return (
    <Panel title={title}>
      <dl>
        {shown.map((step) => (
          <div key={step} className="flex justify-between gap-4 border-b border-line py-2 text-small">
            <dt className="text-soft">{t(`statistics.is.${step}`)}</dt>
            <dd className="figures font-strong">{number(statistics[step])}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function MoneyTable({ rows }: { rows: readonly OfCurrency[] }) {
  const { t } = useTranslation('admin-site');
  const amounts = ['in_minor', 'released_minor', 'refunded_minor', 'fees_minor'] as const;
  const columns: Column<OfCurrency>[] = [
    { key: 'currency', header: t('statistics.currency'), cell: ({ currency }) => currency.toUpperCase() },
    ...amounts.map((key) => ({ key, header: t(`figures.${key}`), isFigure: true, cell: (row: OfCurrency) => <Money minor={row[key]} currency={row.currency} /> })),
  ];
  return <DataList label={t('statistics.money')} list={{ isPending: false, error: null, rows, retry: () => undefined }} empty={<EmptyState drawing="ledger" title={t('chart.nothing')} />} columns={columns} rowKey={({ currency }) => currency} isDense />;
}

const BPS_OF_PERCENT = 100;

/** In whole per cent. */
const share = (part: number, all: number): string => (all === 0 ? '–' : percent(Math.round((part * 100) / all) * BPS_OF_PERCENT));

function TypeTable({ rows }: { rows: readonly OfType[] }) {
  const { t } = useTranslation('admin-site');
  const typeName = useTypeName();
  const columns: Column<OfType>[] = [
    { key: 'type', header: t('statistics.type'), cell: ({ service_type }) => typeName(service_type) },
    { key: 'decisions', header: t('statistics.decided'), isFigure: true, cell: ({ decisions }) => number(decisions) },
    { key: 'approved', header: t('statistics.approved'), isFigure: true, cell: ({ approved, decisions }) => share(approved, decisions) },
    { key: 'partial', header: t('statistics.partial'), isFigure: true, cell: ({ approved_partial, decisions }) => share(approved_partial, decisions) },
    { key: 'rejected', header: t('statistics.rejected'), isFigure: true, cell: ({ rejected, decisions }) => share(rejected, decisions) },
    { key: 'disputed', header: t('statistics.disputed'), isFigure: true, cell: ({ disputed, decisions }) => share(disputed, decisions) },
    { key: 'hours', header: t('statistics.hours'), isFigure: true, cell: ({ review_hours }) => number(review_hours) },
  ];
  return <DataList label={t('statistics.types')} list={{ isPending: false, error: null, rows, retry: () => undefined }} empty={<EmptyState drawing="glass" title={t('chart.nothing')} />} columns={columns} rowKey={({ service_type }) => service_type} isDense />;
}
