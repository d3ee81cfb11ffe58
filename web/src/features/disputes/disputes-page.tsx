// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { FilterChips } from '@/components/filter-chips';
import { rowsOf } from '@/lib/paging';
import { DisputeList } from '@/shared/dispute-list';
import { useDisputes, type DisputeState } from '@/shared/disputes-query';

const states = ['open', 'answered', 'decided', 'appealed', 'closed'] as const satisfies readonly DisputeState[];

/** All disputes that someone is a side of, whichever; the chosen state stands in the address. */
export function DisputesPage() {
  const { t } = useTranslation('disputes');
  const [search, setSearch] = useSearchParams();
  const state = states.find((known) => known === search.get('state'));
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDisputes(state);
  return (
    <Page title={t('title')} lead={t('lead')} width="board">
      <div className="mb-6">
        <FilterChips label={t('filter')} chips={states.map((value) => ({ value, label: t(`state.${value}`) }))} value={state ?? null} onChange={(next) => setSearch(next ? { state: next } : {}, { replace: true })} />
      </div>
      <DisputeList
        label={t('title')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="letter" title={t(state ? 'noneLike' : 'none')}>
            {!state && t('noneWhy')}
          </EmptyState>
        }
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}
