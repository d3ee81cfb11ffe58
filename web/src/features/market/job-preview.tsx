// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import { isSimple, jobQuery } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';

import { JobTerms } from './job-terms';
import type { JobSummary } from './market-query';
import { PlanTerms } from './plan-terms';
import { Reward } from './reward';

/** The job that the reader's eye rests on, beside the list on a wide screen. */
export function JobPreview({ summary }: { summary: JobSummary }) {
  const { t } = useTranslation('market');
  const { data: job, error, isPending, refetch } = useQuery(jobQuery(summary.id));
  return (
    <aside aria-label={t('preview')} className="max-lg:hidden">
      <div className="sticky top-6 flex max-h-[calc(100dvh-3rem)] flex-col gap-4 overflow-y-auto rounded-large border border-line bg-sheet p-6">
        <p className="text-title font-strong">
          <Reward job={summary} />
        </p>
        <h2 dir="auto" className="text-lead break-words">
          {summary.title}
        </h2>
        {isPending && <RowBones count={3} />}
        {error !== null && !job && <FailedState error={error} onRetry={() => void refetch()} />}
        {job && (
          <>
            <Prose text={job.brief} className="line-clamp-8" />
            {isSimple(job) ? <JobTerms job={job} /> : <PlanTerms job={job} />}
          </>
        )}
        <LinkButton to={`/jobs/${summary.id}`} kind="primary" className="flex-none">
          {t('open')}
        </LinkButton>
      </div>
    </aside>
  );
}
