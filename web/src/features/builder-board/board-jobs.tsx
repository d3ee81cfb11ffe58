// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { Tabs } from '@/components/tabs';
import { rowsOf } from '@/lib/paging';
import { useMyJobs } from '@/shared/jobs-query';
import { MyJobList } from '@/shared/my-job-list';

const states = ['all', 'draft', 'pending_payment', 'open', 'filled', 'published', 'awarding', 'in_progress', 'in_review', 'completed', 'closed'] as const;
type Choice = (typeof states)[number];

/** The builder's jobs, all or by state; the choice stands in the address. */
export function BoardJobs() {
  const { t } = useTranslation('builder-board');
  const [search, setSearch] = useSearchParams();
  const chosen = states.find((state) => state === search.get('state')) ?? 'all';
  const choose = (state: Choice) => {
    const next = new URLSearchParams(search);
    if (state === 'all') next.delete('state');
    else next.set('state', state);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Tabs label={t('jobs.title')} tabs={states.map((value) => ({ value, label: t(`jobs.state.${value}`) }))} value={chosen} onChange={choose}>
      <JobsIn choice={chosen} />
    </Tabs>
  );
}

function JobsIn({ choice }: { choice: Choice }) {
  const { t } = useTranslation('builder-board');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMyJobs(choice === 'all' ? {} : { state: choice });
  return (
    <MyJobList
      label={t('jobs.title')}
      list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
      more={{ hasMore: hasNextPage, isLoading: isFetchingNextPage, onMore: () => void fetchNextPage() }}
      empty={<EmptyState drawing="tray" title={t('jobs.none')} />}
    />
  );
}
