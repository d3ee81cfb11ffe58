// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { PageBones } from '@/components/skeleton';
import { projectsQuery } from '@/shared/jobs-query';
import { OpenDisputes } from '@/shared/open-disputes';
import { overviewQuery } from '@/shared/overview-query';

import { BoardFigures } from './board-figures';
import { BoardJobs } from './board-jobs';
import { FirstRun } from './first-run';
import { BidJobs } from './bid-jobs';
import { WaitingList } from './waiting-list';

/** What waits for the builder, the figures, and all jobs. Someone new sees the way to the first job. */
export function BuilderBoard() {
  const { t } = useTranslation('builder-board');
  const overview = useQuery(overviewQuery());
  const projects = useQuery(projectsQuery());
  if (overview.isPending || projects.isPending) return <PageBones />;
  const figures = overview.data?.builder;
  if (!figures || !projects.data) return <FailedState error={overview.error ?? projects.error} onRetry={() => void Promise.all([overview.refetch(), projects.refetch()])} />;
  const hasPublished = figures.open_jobs > 0 || figures.held_minor > 0 || figures.spent_minor > 0;
  return (
    <div className="flex flex-col gap-12">
      {!hasPublished && <FirstRun hasProject={projects.data.items.length > 0} hasDraft={figures.drafts > 0} />}
      {hasPublished && <WaitingList />}
      {hasPublished && <OpenDisputes side="builder" />}
      {figures.open_jobs > 0 && <BidJobs />}
      {hasPublished && <BoardFigures figures={figures} />}
      {(hasPublished || figures.drafts > 0) && (
        <section aria-label={t('jobs.title')}>
          <BoardJobs />
        </section>
      )}
    </div>
  );
}
