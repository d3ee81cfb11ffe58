// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Badge } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { number } from '@/lib/format';
import { bidQuery, type Bid } from '@/shared/bids-query';
import { useBidFacts } from '@/shared/bid-turns';

import { COMPARED_MAX } from './comparison';
import { figureOf, useRate } from './tester-facts';

type JobBidListProps = {
  list: { isPending: boolean; error: unknown; rows: readonly Bid[] | undefined; retry: () => void };
  chosen: readonly string[];
  /** Absent where nothing is left to compare. */
  onChoose?: (bidId: string) => void;
  empty: ReactNode;
};

/** The offers on a plan: who, how well they fit, what they ask for, and whose turn it is. */
export function JobBidList({ list, chosen, onChoose, empty }: JobBidListProps) {
  const { t } = useTranslation('bids');
  const queryClient = useQueryClient();
  const rateOf = useRate();
  const factsOf = useBidFacts('builder');
  const columns: Column<Bid>[] = [
    { key: 'tester', header: t('list.tester'), cell: (bid) => <TesterName bid={bid} /> },
    { key: 'match', header: t('tester.match'), isFigure: true, cell: ({ tester }) => figureOf(tester?.match_score ?? null) },
    { key: 'approval', header: t('tester.approval'), isFigure: true, cell: ({ tester }) => rateOf(tester?.approval_rate ?? null) },
    { key: 'onTime', header: t('tester.onTime'), isFigure: true, cell: ({ tester }) => rateOf(tester?.on_time_rate ?? null) },
    { key: 'days', header: t('compare.days'), isFigure: true, cell: ({ days }) => number(days) },
    { key: 'hourly', header: t('compare.hourly'), isFigure: true, cell: ({ hourly_rate_minor, currency }) => (hourly_rate_minor === null ? '–' : <Money minor={hourly_rate_minor} currency={currency} />) },
    { key: 'total', header: t('compare.total'), isFigure: true, cell: ({ total_minor, currency }) => <Money minor={total_minor} currency={currency} className="font-strong" /> },
    { key: 'turn', header: t('list.facts'), isPlain: true, cell: (bid) => <Turn {...factsOf(bid)} /> },
    ...(onChoose ? [{ key: 'compare', header: t('compare.choose'), isPlain: true, isFigure: true, cell: (bid: Bid) => <Choose bid={bid} chosen={chosen} onChoose={onChoose} /> }] : []),
  ];
  return (
    <DataList
      label={t('all.title')}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/bids/${id}`}
      isCurrent={({ id }) => chosen.includes(id)}
      onIntent={({ id }) => void queryClient.prefetchQuery(bidQuery(id))}
    />
  );
}

function TesterName({ bid }: { bid: Bid }) {
  const { t } = useTranslation('bids');
  return (
    <>
      <span dir="auto" className="block">
        {bid.tester_name}
      </span>
      <span className="block text-small font-plain text-soft">{[bid.tester && t(`level.${bid.tester.level}`), bid.role_name].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Turn({ turn, until }: ReturnType<ReturnType<typeof useBidFacts>>) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Badge state={turn.state}>{turn.text}</Badge>
      {until && (
        <span className="text-note text-soft">
          <TimeLeft at={until} />
        </span>
      )}
    </span>
  );
}

type ChooseProps = { bid: Bid; chosen: readonly string[]; onChoose: (bidId: string) => void };

function Choose({ bid, chosen, onChoose }: ChooseProps) {
  const { t } = useTranslation('bids');
  const isChosen = chosen.includes(bid.id);
  return (
    <label className="relative z-10 inline-flex min-h-11 cursor-pointer items-center gap-2 text-small">
      <input type="checkbox" checked={isChosen} disabled={!isChosen && chosen.length >= COMPARED_MAX} onChange={() => onChoose(bid.id)} className="size-5 accent-accent" />
      <span aria-hidden className="md:hidden">
        {t('compare.choose')}
      </span>
      <span className="sr-only">{t('compare.with', { name: bid.tester_name })}</span>
    </label>
  );
}
