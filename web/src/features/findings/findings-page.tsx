// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { QueryView } from '@/components/query-view';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';

import { ExportMenu } from './export-menu';
import { isNarrowed, readFilters, withFilters, withoutFilters, type Filters } from './filters';
import { FindingFilters } from './finding-filters';
import { FindingList } from './finding-list';
import { projectQuery, useProjectFindings } from './findings-query';

/** All that testers found in a project. */
export function FindingsPage() {
  const { projectId = '' } = useParams();
  const query = useQuery(projectQuery(projectId));
  return <QueryView query={query}>{(project) => <ProjectFindings project={project} />}</QueryView>;
}

function ProjectFindings({ project }: { project: Schema<'Project'> }) {
  const { t } = useTranslation('findings');
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useProjectFindings(project.id, filters);
  const change = useCallback(
    (filter: Partial<Filters>) => setSearch((present) => withFilters(present, filter), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const narrowed = isNarrowed(filters);
  return (
    <Page title={t('list.title')} lead={<ProjectLink project={project} />} width="board" action={<Actions project={project} filters={filters} />}>
      <FindingFilters filters={filters} onChange={change} />
      <FindingList
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        isFolded={filters.state === null}
        empty={
          <EmptyState
            drawing={narrowed ? 'glass' : 'tray'}
            title={t(narrowed ? 'list.noneLike' : 'list.none')}
            action={narrowed ? <Button onClick={() => change(withoutFilters)}>{t('list.clear')}</Button> : <LinkButton to={`/projects/${project.id}`}>{t('list.toProject')}</LinkButton>}
          >
            {t(narrowed ? 'list.noneLikeWhy' : 'list.noneWhy')}
          </EmptyState>
        }
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}

function ProjectLink({ project }: { project: Schema<'Project'> }) {
  return (
    <Link to={`/projects/${project.id}`} className="link" dir="auto">
      {project.name}
    </Link>
  );
}

function Actions({ project, filters }: { project: Schema<'Project'>; filters: Filters }) {
  const { t } = useTranslation('findings');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <LinkButton to={`/projects/${project.id}/known-issues`}>{t('known.title')}</LinkButton>
      <ExportMenu project={project} filters={filters} />
    </div>
  );
}
