// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { inputLook } from '@/components/form/field-shell';
import { Page } from '@/components/page';
import { RowBones } from '@/components/skeleton';
import { api } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { cx } from '@/lib/cx';

import { useWord } from '../frame/use-choice';
import { StatisticsView } from './statistics-view';

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 30;

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
/** Both days are counted as a whole. */
const spanOf = (from: string, to: string) => ({ from: `${from}T00:00:00.000Z`, to: new Date(Date.parse(`${to}T00:00:00.000Z`) + DAY_MS).toISOString() });

/** What happened over any span of days. */
export function StatisticsPage() {
  const { t } = useTranslation('admin-site');
  const now = useNow();
  const [from, setFrom] = useWord('from');
  const [to, setTo] = useWord('to');
  const first = from || isoDay(now - SHOWN_DAYS * DAY_MS);
  const last = to || isoDay(now);
  const { data, error, isPending, refetch } = api.useQuery('get', '/admin/statistics', { params: { query: spanOf(first, last) } }, { placeholderData: keepPreviousData });
  return (
    <Page title={t('statistics.title')} lead={t('statistics.lead')} width="board">
      <div className="mb-8 flex flex-wrap gap-4">
        <DayField label={t('statistics.from')} value={first} max={last} onChange={setFrom} />
        <DayField label={t('statistics.to')} value={last} min={first} onChange={setTo} />
      </div>
      {isPending ? <RowBones /> : data ? <StatisticsView statistics={data} /> : <FailedState error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

type DayFieldProps = { label: string; value: string; min?: string; max?: string; onChange: (day: string) => void };

function DayField({ label, onChange, ...input }: DayFieldProps) {
  return (
    <label className="flex flex-col gap-1 text-small">
      {label}
      <input type="date" {...input} onChange={(event) => onChange(event.target.value)} className={cx(inputLook, 'max-w-48')} />
    </label>
  );
}
