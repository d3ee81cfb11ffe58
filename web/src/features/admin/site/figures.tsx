// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { dayOf, money, number } from '@/lib/format';

import type { Chart } from '../charts/chart-types';
import { DayChart } from '../charts/day-chart';

type Dashboard = Schema<'Dashboard'>;

const counts = ['registrations', 'jobs_opened', 'submissions', 'decisions'] as const;
const amounts = ['in_minor', 'released_minor', 'refunded_minor', 'fees_minor'] as const;

/** What happened by day, and what money moved, one drawing for each currency. */
export function DayFigures({ dashboard: { days, money: moved } }: { dashboard: Dashboard }) {
  const { t } = useTranslation('admin-site');
  const happened: Chart = {
    label: t('figures.happened'),
    days: days.map(({ day }) => day),
    series: counts.map((key) => ({ key, label: t(`figures.${key}`), values: days.map((day) => day[key]) })),
    write: number,
    writeDay: dayOf,
  };
  const moneyChart = ({ currency, days: moneyDays }: Dashboard['money'][number]): Chart => ({
    label: t('figures.money', { currency: currency.toUpperCase() }),
    days: moneyDays.map(({ day }) => day),
    series: amounts.map((key) => ({ key, label: t(`figures.${key}`), values: moneyDays.map((day) => day[key]) })),
    write: (minor) => money(minor, currency),
    writeDay: dayOf,
  });
  return (
    <div className="flex flex-col gap-10">
      <DayChart chart={happened} />
      {moved.map((ofCurrency) => (
        <DayChart key={ofCurrency.currency} chart={moneyChart(ofCurrency)} />
      ))}
    </div>
  );
}
