// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { FilterChips } from '@/components/filter-chips';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { api, type Schema } from '@/lib/api';

import { useChoice } from '../frame/use-choice';
import { DayFigures } from './figures';
import { Standing } from './standing';

const REFRESH_MS = 60_000;
const spans = ['7', '30', '90', '366'] as const;

/** What waits for an administrator, and how the site does. */
export function DashboardPage() {
  const [days, setDays] = useChoice('days', spans);
  const query = api.useQuery('get', '/admin/dashboard', { params: { query: { days: Number(days ?? 30) } } }, { refetchInterval: REFRESH_MS, placeholderData: keepPreviousData });
  return <QueryView query={query}>{(dashboard) => <Board dashboard={dashboard} days={days ?? '30'} onDays={setDays} />}</QueryView>;
}

type BoardProps = { dashboard: Schema<'Dashboard'>; days: (typeof spans)[number]; onDays: (days: string | null) => void };

function Board({ dashboard, days, onDays }: BoardProps) {
  const { t } = useTranslation('admin-site');
  return (
    <Page title={t('dashboard.title')} width="board">
      <Standing dashboard={dashboard} />
      <div className="mb-8">
        <FilterChips label={t('dashboard.span')} chips={spans.map((value) => ({ value, label: t(`dashboard.days.${value}`) }))} value={days} onChange={onDays} />
      </div>
      <DayFigures dashboard={dashboard} />
    </Page>
  );
}
