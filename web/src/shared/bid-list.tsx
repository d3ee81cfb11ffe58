// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { FactStrip } from '@/components/fact-strip';

import { bidQuery, type Bid, type Side } from './bids-query';
import { useBidFacts } from './bid-turns';

type BidListProps = {
  label: string;
  side: Side;
  list: { isPending: boolean; error: unknown; rows: readonly Bid[] | undefined; retry: () => void };
  empty: ReactNode;
};

/** Threads of offers: which job, with whom, and the three facts. */
export function BidList({ label, side, list, empty }: BidListProps) {
  const { t } = useTranslation('bids');
  const queryClient = useQueryClient();
  const factsOf = useBidFacts(side);
  const columns: Column<Bid>[] = [
    { key: 'job', header: t('list.job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'role', header: t('list.role'), isPlain: true, cell: ({ role_name }) => <span dir="auto" className="text-soft">{role_name}</span> },
    {
      key: 'who',
      header: t(side === 'tester' ? 'list.builder' : 'list.tester'),
      isPlain: true,
      cell: ({ builder_name, tester_name }) => <span dir="auto" className="text-soft">{side === 'tester' ? builder_name : tester_name}</span>,
    },
    { key: 'facts', header: t('list.facts'), isPlain: true, cell: (bid) => <FactStrip form="row" {...factsOf(bid)} /> },
  ];
  return (
    <DataList
      label={label}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/bids/${id}`}
      onIntent={({ id }) => void queryClient.prefetchQuery(bidQuery(id))}
    />
  );
}
