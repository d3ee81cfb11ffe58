// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Menu } from '@/components/menu';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { Facts } from '@/shared/facts';
import { useMyJobs } from '@/shared/jobs-query';
import { MyJobList } from '@/shared/my-job-list';
import { ProjectIcon, ScreenshotPanel } from '@/shared/project-pictures';
import { Prose } from '@/shared/prose';
import { WebAddress } from '@/shared/web-address';

import { DeleteProject } from './delete-project';
import { projectQuery } from './projects-query';

type Project = Schema<'Project'>;

export function ProjectPage() {
  const { projectId = '' } = useParams();
  const query = useQuery(projectQuery(projectId));
  return <QueryView query={query}>{(project) => <ProjectView project={project} />}</QueryView>;
}

function ProjectView({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const { t: d } = useTranslation('domain');
  const { t: f } = useTranslation('findings');
  const navigate = useNavigate();
  const [isDeleting, setIsDeleting] = useState(false);
  const actions = (
    <div className="flex flex-wrap items-center gap-2">
      <LinkButton to={`/projects/${project.id}/findings`}>{f('list.title')}</LinkButton>
      <LinkButton to={`/jobs/new?project=${project.id}`} kind="primary">
        {t('page.newJob')}
      </LinkButton>
      <Menu
        label={t('page.more')}
        trigger={<EllipsisHorizontalIcon className="size-6" />}
        items={[
          { label: t('page.pictures'), onSelect: () => void navigate(`/projects/${project.id}/pictures`) },
          { label: f('known.title'), onSelect: () => void navigate(`/projects/${project.id}/known-issues`) },
          { label: t('page.edit'), onSelect: () => void navigate(`/projects/${project.id}/edit`) },
          { label: t('page.delete'), isDanger: true, onSelect: () => setIsDeleting(true) },
        ]}
      />
    </div>
  );
  return (
    <Page title={project.name} width="board" action={actions}>
      <div className="flex flex-col gap-12">
        <div className="flex flex-col gap-4">
          <div className="flex items-start gap-4">
            <ProjectIcon url={project.icon_url} />
            {project.description && <Prose text={project.description} />}
          </div>
          <Facts
            facts={[
              { label: t('form.url'), value: project.url && <WebAddress url={project.url} /> },
              { label: t('form.platforms'), value: project.platforms.map((platform) => d(`platform.${platform}`)).join(', ') },
              { label: t('form.category'), value: project.category },
            ]}
          />
        </div>
        <ScreenshotPanel screenshots={project.screenshots} />
        <Panel title={t('page.jobs')}>
          <ProjectJobs project={project} />
        </Panel>
      </div>
      <DeleteProject project={project} isOpen={isDeleting} onClose={() => setIsDeleting(false)} />
    </Page>
  );
}

/** The builder's jobs that belong to this project. */
function ProjectJobs({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMyJobs({ project_id: project.id });
  return (
    <MyJobList
      label={t('page.jobs')}
      list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
      more={{ hasMore: hasNextPage, isLoading: isFetchingNextPage, onMore: () => void fetchNextPage() }}
      empty={
        <EmptyState drawing="tray" title={t('page.noJobs')} action={<LinkButton to={`/jobs/new?project=${project.id}`}>{t('page.newJob')}</LinkButton>}>
          {t('page.noJobsWhy')}
        </EmptyState>
      }
    />
  );
}
