// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';

import { useProjects } from './projects-query';

type Project = Schema<'Project'>;

export function ProjectListPage() {
  const { t } = useTranslation('projects');
  const { t: d } = useTranslation('domain');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useProjects();
  const columns: Column<Project>[] = [
    { key: 'name', header: t('list.name'), cell: ({ name }) => <span dir="auto">{name}</span> },
    { key: 'platforms', header: t('list.platforms'), isPlain: true, cell: ({ platforms }) => <span className="text-soft">{platforms.map((platform) => d(`platform.${platform}`)).join(', ')}</span> },
    { key: 'jobs', header: t('list.jobs'), isFigure: true, cell: ({ job_count }) => job_count },
    { key: 'changed', header: t('list.changed'), isFigure: true, cell: ({ updated_at }) => <RelativeTime at={updated_at} /> },
  ];
  const add = (
    <LinkButton to="/projects/new" kind="primary">
      {t('list.new')}
    </LinkButton>
  );
  const rows = rowsOf(data);
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="board" action={rows?.length !== 0 && add}>
      <DataList
        label={t('list.title')}
        list={{ isPending, error, rows, retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t('list.none')} action={add}>
            {t('list.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/projects/${id}`}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}
