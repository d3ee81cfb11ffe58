// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { TimeLeft } from '@/components/time';
import { jobQuery } from '@/shared/jobs-query';
import { ProjectIcon } from '@/shared/project-pictures';

import { Reward } from './reward';
import type { JobSummary } from './market-query';
import { useReviewSpeed } from './review-speed';

type MarketListProps = {
  list: { isPending: boolean; error: unknown; rows: readonly JobSummary[] | undefined; retry: () => void };
  /** The job that the preview shows. */
  current: string | undefined;
  onLook: (job: JobSummary) => void;
  empty: ReactNode;
};

export function MarketList({ list, current, onLook, empty }: MarketListProps) {
  const { t } = useTranslation('market');
  const queryClient = useQueryClient();
  const speedOf = useReviewSpeed();
  const columns: Column<JobSummary>[] = [
    { key: 'title', header: t('column.job'), cell: (job) => <JobTitle job={job} /> },
    { key: 'seats', header: t('column.seats'), isPlain: true, cell: ({ seats, seats_left }) => <span className="figures whitespace-nowrap">{t('seatsOf', { left: seats_left, all: seats })}</span> },
    { key: 'speed', header: t('column.speed'), isPlain: true, cell: (job) => <ReviewSpeed words={speedOf(job)} /> },
    { key: 'time', header: t('column.time'), isPlain: true, cell: ({ deadline_at }) => <span className="whitespace-nowrap">{deadline_at ? <TimeLeft at={deadline_at} /> : <span className="text-soft max-md:hidden">{t('noEnd')}</span>}</span> },
    { key: 'reward', header: t('column.reward'), isFigure: true, isPlain: true, cell: (job) => <Reward job={job} /> },
  ];
  return (
    <DataList
      label={t('title')}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/jobs/${id}`}
      isCurrent={({ id }) => id === current}
      onIntent={(job) => {
        onLook(job);
        void queryClient.prefetchQuery(jobQuery(job.id));
      }}
    />
  );
}

/** On a phone there is no header to say what it means, so the words do; and what is unknown is left out. */
function ReviewSpeed({ words }: { words: string | null }) {
  const { t } = useTranslation('market');
  return (
    <span className="whitespace-nowrap text-soft">
      {words ? (
        <>
          <span className="md:hidden">{t('column.speed')} </span>
          {words}
        </>
      ) : (
        <span className="max-md:hidden">–</span>
      )}
    </span>
  );
}

function JobTitle({ job }: { job: JobSummary }) {
  const { t } = useTranslation('domain');
  return (
    <span className="flex items-start gap-3">
      <ProjectIcon url={job.project_icon_url} className="size-10" />
      <span className="min-w-0">
        <span dir="auto" className="block">
          {job.title}
        </span>
        <span className="block text-small font-plain text-soft">{[...job.service_types.map((type) => t(`serviceType.${type}`)), ...job.platforms.map((platform) => t(`platform.${platform}`))].join(' · ')}</span>
      </span>
    </span>
  );
}
