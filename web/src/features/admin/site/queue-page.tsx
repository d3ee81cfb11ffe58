// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { number } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ScopeNote } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { useChoice, useWord } from '../frame/use-choice';
import { redriveNeeds, RedriveJob, RedriveKind } from './redrive';

type Job = Schema<'QueueJob'>;

const marks: Record<Job['state'], State> = { queued: 'waiting', running: 'theirs', done: 'done', dead: 'problem' };
const states = ['queued', 'running', 'done', 'dead'] as const satisfies readonly Job['state'][];

/** Background jobs. The dead ones have used up their tries and wait for someone. */
export function QueuePage() {
  const { t } = useTranslation('admin-site');
  const [kind, setKind] = useWord('kind');
  const [state, setState] = useChoice('state', states);
  const query = { ...(kind && { kind }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/queue', { params: { query } }, byCursor);
  const columns: Column<Job>[] = [
    {
      key: 'kind',
      header: t('queue.kind'),
      cell: (job) => (
        <>
          <code className="font-mono text-small">{job.kind}</code>
          <Subject job={job} />
        </>
      ),
    },
    { key: 'urgency', header: t('queue.urgency'), isPlain: true, cell: ({ urgency }) => t(`queue.urgencies.${urgency}`) },
    {
      key: 'state',
      header: t('queue.state'),
      isPlain: true,
      cell: (job) => (
        <>
          <Badge state={marks[job.state]}>{t(`queue.is.${job.state}`)}</Badge>
          <Away job={job} />
        </>
      ),
    },
    { key: 'tries', header: t('queue.tries'), isFigure: true, cell: ({ attempts }) => number(attempts) },
    { key: 'when', header: t('queue.when'), isFigure: true, isPlain: true, cell: ({ state: now, due_at, finished_at }) => <RelativeTime at={now === 'queued' ? due_at : (finished_at ?? due_at)} /> },
    { key: 'error', header: t('queue.error'), isPlain: true, cell: ({ last_error }) => last_error && <span className="text-small break-words">{last_error}</span> },
    { key: 'do', header: t('do'), isFigure: true, isPlain: true, cell: (job) => job.state === 'dead' && <RedriveJob job={job} /> },
  ];
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')} width="board" action={<RedriveKind kind={kind} />}>
      <ScopeNote needs={redriveNeeds} />
      <Filters>
        <SearchBox label={t('queue.search')} value={kind} onChange={setKind} />
        <Choice label={t('queue.state')} options={states.map((value) => ({ value, label: t(`queue.is.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('queue.title')} pages={pages} columns={columns} rowKey={({ id }) => id} none={{ title: t('queue.none'), why: t('queue.noneWhy') }} />
    </Page>
  );
}

/** The outside service that it waits for: it goes on by itself. */
function Away({ job: { away, away_since } }: { job: Job }) {
  const { t } = useTranslation('admin-site');
  if (away === null || away_since === null) return null;
  return (
    <span className="block text-note font-plain text-soft">
      {t(`queue.away.${away}`)} <RelativeTime at={away_since} />
    </span>
  );
}

/** What it is about: names and ids, never more of the payload. */
function Subject({ job: { kind, what, ids } }: { job: Job }) {
  return (
    <span className="block text-note font-plain break-words text-soft">
      {what !== kind && what}
      {ids.map(({ name, id }) => (
        <span key={name} className="block">
          {name.replace(/_id$/, '').replaceAll('_', ' ')} <code className="font-mono break-all select-all">{id}</code>
        </span>
      ))}
    </span>
  );
}
