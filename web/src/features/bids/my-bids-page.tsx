// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { Tabs } from '@/components/tabs';
import { rowsOf } from '@/lib/paging';
import { BidList } from '@/shared/bid-list';
import { isOpenBid, useMyBids, type Bid } from '@/shared/bids-query';

const views = ['open', 'accepted', 'ended'] as const;
type View = (typeof views)[number];

const viewOf = (bid: Bid): View => (isOpenBid(bid) ? 'open' : bid.state === 'accepted' ? 'accepted' : 'ended');

/** What is the reader's turn comes first, and of that what ends soonest. */
const byTurn = (a: Bid, b: Bid): number => Number(b.turn === 'tester') - Number(a.turn === 'tester') || (a.turn_expires_at ?? '~').localeCompare(b.turn_expires_at ?? '~');

/** A tester's offers: those under way, those that became work, and those that ended. */
export function MyBidsPage() {
  const { t } = useTranslation('bids');
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMyBids();
  const view = views.find((known) => known === search.get('view')) ?? 'open';
  const rows = rowsOf(data);
  const shown = rows?.filter((bid) => viewOf(bid) === view);
  const counted = (value: View) => rows?.filter((bid) => viewOf(bid) === value).length;
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} width="board" action={<LinkButton to="/jobs?kind=structured">{t('mine.find')}</LinkButton>}>
      <Tabs
        label={t('mine.title')}
        tabs={views.map((value) => ({ value, label: t(`mine.view.${value}`), count: counted(value) }))}
        value={view}
        onChange={(next) => setSearch(next === 'open' ? {} : { view: next }, { replace: true })}
      >
        <BidList
          label={t('mine.title')}
          side="tester"
          list={{ isPending, error, rows: view === 'open' ? shown?.toSorted(byTurn) : shown, retry: () => void refetch() }}
          empty={
            <EmptyState drawing="letter" title={t(`mine.none.${view}`)} action={<LinkButton to="/jobs?kind=structured">{t('mine.find')}</LinkButton>}>
              {t('mine.noneWhy')}
            </EmptyState>
          }
        />
        <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      </Tabs>
    </Page>
  );
}
