// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { api, http, type Schema } from '@/lib/api';
import { date } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ActButton, ScopeNote, type Reasoned } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { sent } from '../frame/sent';
import { useChoice, useWord } from '../frame/use-choice';
import { PersonLink } from '../people/user-words';
import { hasEnded, jobMark, jobStates } from './job-states';

type Job = Schema<'AdminJob'>;

const needs = ['moderation'] as const;

/** Every job, and the way to take one off the site. */
export function JobsPage() {
  const { t } = useTranslation('admin');
  const [q, setQ] = useWord('q');
  const [state, setState] = useChoice('state', jobStates);
  const query = { ...(q && { q }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/jobs', { params: { query } }, byCursor);
  const columns: Column<Job>[] = [
    { key: 'title', header: t('jobs.title'), cell: ({ title }) => <span dir="auto">{title}</span> },
    { key: 'builder', header: t('jobs.builder'), isPlain: true, cell: ({ owner_id, owner_name }) => <PersonLink id={owner_id} name={owner_name} /> },
    { key: 'state', header: t('jobs.state'), isPlain: true, cell: (job) => <JobBadge job={job} /> },
    { key: 'seats', header: t('jobs.seats'), isFigure: true, cell: ({ seats, seats_taken }) => t('jobs.seatsOf', { taken: seats_taken, all: seats }) },
    { key: 'reward', header: t('jobs.reward'), isFigure: true, isPlain: true, cell: ({ reward_minor, currency }) => reward_minor !== null && <Money minor={reward_minor} currency={currency} /> },
    { key: 'since', header: t('jobs.since'), isFigure: true, cell: ({ created_at }) => date(created_at) },
    { key: 'do', header: t('list.do'), isFigure: true, isPlain: true, cell: (job) => <RemoveJob job={job} /> },
  ];
  return (
    <Page title={t('place.jobs')} width="board">
      <ScopeNote needs={needs} />
      <Filters>
        <SearchBox label={t('jobs.search')} value={q} onChange={setQ} />
        <Choice label={t('jobs.state')} options={jobStates.map((value) => ({ value, label: t(`jobs.is.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('place.jobs')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/jobs/${id}`} none={{ title: t('jobs.none'), why: t('list.noneWhy') }} />
    </Page>
  );
}

/** A job that was removed keeps its state until the work under way is done. */
function JobBadge({ job: { state, stop_reason } }: { job: Job }) {
  const { t } = useTranslation('admin');
  if (stop_reason === 'removed' && !hasEnded(state)) return <Badge state="problem">{t('jobs.removedAtWork')}</Badge>;
  return <Badge state={jobMark(state)}>{t(`jobs.is.${state}`)}</Badge>;
}

function RemoveJob({ job: { id, title, state, stop_reason } }: { job: Job }) {
  const { t } = useTranslation('admin');
  if (hasEnded(state) || stop_reason === 'removed') return null;
  const params = { path: { job_id: id } };
  return (
    <ActButton<Reasoned>
      className="relative z-10"
      label={t('jobs.remove.label')}
      needs={needs}
      isDanger
      title={t('jobs.remove.title', { title })}
      what={t('jobs.remove.what')}
      submit={t('jobs.remove.submit')}
      done={t('jobs.remove.done', { title })}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/jobs/{job_id}/remove', { params, body }))}
    />
  );
}
