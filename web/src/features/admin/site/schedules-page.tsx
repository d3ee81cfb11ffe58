// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, http, type Schema } from '@/lib/api';
import { span } from '@/lib/format';

import { ActButton, ScopeNote, type Reasoned } from '../frame/act';
import { sent } from '../frame/sent';

type Schedule = Schema<'Schedule'>;

const needs = ['support', 'finance'] as const;
const POLL_MS = 5_000;

const marks: Record<NonNullable<Schedule['last_state']>, State> = { queued: 'waiting', running: 'theirs', done: 'done', dead: 'problem' };

/** What runs by itself again and again, how it went, and the way to run it now. */
export function SchedulesPage() {
  const { t } = useTranslation('admin-site');
  const { data, error, isPending, refetch } = api.useQuery('get', '/admin/schedules', {}, { refetchInterval: POLL_MS });
  const columns: Column<Schedule>[] = [
    {
      key: 'name',
      header: t('schedule.name'),
      cell: ({ name, what }) => (
        <>
          <code className="font-mono text-small">{name}</code>
          <span className="block text-small font-plain text-soft">{what}</span>
        </>
      ),
    },
    { key: 'every', header: t('schedule.every'), cell: ({ every_seconds }) => <span className="whitespace-nowrap">{span(every_seconds * 1000)}</span> },
    { key: 'state', header: t('schedule.last'), isPlain: true, cell: (schedule) => <LastRun schedule={schedule} /> },
    { key: 'next', header: t('schedule.next'), isFigure: true, cell: ({ next_run_at }) => next_run_at && <RelativeTime at={next_run_at} /> },
    { key: 'do', header: t('do'), isFigure: true, isPlain: true, cell: ({ name }) => <RunNow name={name} /> },
  ];
  return (
    <Page title={t('schedule.title')} lead={t('schedule.lead')} width="board">
      <ScopeNote needs={needs} />
      <DataList label={t('schedule.title')} list={{ isPending, error, rows: data?.items, retry: () => void refetch() }} empty={<EmptyState drawing="tray" title={t('schedule.none')} />} columns={columns} rowKey={({ name }) => name} isDense />
    </Page>
  );
}

function LastRun({ schedule: { last_state, last_run_at, last_error } }: { schedule: Schedule }) {
  const { t } = useTranslation('admin-site');
  if (!last_state || !last_run_at) return <span className="text-soft">{t('schedule.never')}</span>;
  return (
    <>
      <Badge state={marks[last_state]}>{t(`schedule.is.${last_state}`)}</Badge> <RelativeTime at={last_run_at} />
      {last_error && <span className="block text-note break-words text-soft">{last_error}</span>}
    </>
  );
}

function RunNow({ name }: { name: string }) {
  const { t } = useTranslation('admin-site');
  const params = { path: { name } };
  return (
    <ActButton<Reasoned>
      label={t('run.label')}
      needs={needs}
      title={t('run.title', { name })}
      what={t('run.what')}
      submit={t('run.label')}
      done={t('run.done', { name })}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/schedules/{name}/run', { params, body }))}
    />
  );
}
