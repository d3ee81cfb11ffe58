// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { rowsOf } from '@/lib/paging';
import { hasRole, useSession } from '@/lib/session';

import { countOf, readFilters, withFilters, withoutFilters, type Filters } from './filters';
import { JobPreview } from './job-preview';
import { MarketFilters } from './market-filters';
import { MarketList } from './market-list';
import { useMarket, type JobSummary } from './market-query';

/** Every job that takes testers now; beside the list the one that is being looked at. */
export function MarketPage() {
  const { t } = useTranslation('market');
  const [search, setSearch] = useSearchParams();
  const { user } = useSession();
  const isTester = hasRole(user, 'tester');
  const asked = readFilters(search);
  const filters = isTester ? asked : { ...asked, fits: null };
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMarket(filters);
  const rows = rowsOf(data);
  const [looked, look] = useLooked();
  const shown = rows?.find(({ id }) => id === looked) ?? rows?.[0];
  const change = useCallback(
    (filter: Partial<Filters>) => setSearch((present) => withFilters(present, filter), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const isNarrowed = countOf(filters) > 0;
  return (
    <Page title={t('title')} lead={t('lead')} width="board">
      <MarketFilters filters={filters} mayFit={isTester} onChange={change} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="min-w-0">
          <MarketList
            list={{ isPending, error, rows, retry: () => void refetch() }}
            current={shown?.id}
            onLook={look}
            empty={
              <EmptyState
                drawing="glass"
                title={t(isNarrowed ? 'none.filtered' : 'none.title')}
                action={isNarrowed && <Button onClick={() => change(withoutFilters)}>{t('none.clear')}</Button>}
              >
                {filters.fits ? <FitsWhy /> : t(isNarrowed ? 'none.filteredWhy' : 'none.why')}
              </EmptyState>
            }
          />
          <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
        </div>
        {shown && <JobPreview key={shown.id} summary={shown} />}
      </div>
    </Page>
  );
}

function FitsWhy() {
  const { t } = useTranslation('market');
  return (
    <>
      {t('none.fitsWhy')}{' '}
      <Link to="/settings#tester" className="link">
        {t('none.toProfile')}
      </Link>
    </>
  );
}

const REST_MS = 120;

/** The row that the pointer rests on, or that has the focus: crossing other rows on the way to the preview changes nothing. */
function useLooked(): [string | null, (job: JobSummary) => void] {
  const [looked, setLooked] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = ({ id }: JobSummary) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLooked(id), REST_MS);
  };
  return [looked, look];
}
