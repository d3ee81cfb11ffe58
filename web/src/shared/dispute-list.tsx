// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { FactStrip } from '@/components/fact-strip';

import { disputeQuery, type DisputeLine } from './disputes-query';
import { useDisputeFacts } from './dispute-turns';

type DisputeListProps = {
  label: string;
  list: { isPending: boolean; error: unknown; rows: readonly DisputeLine[] | undefined; retry: () => void };
  empty: ReactNode;
};

/** Disputes: what each is about, with whom, and the three facts. */
export function DisputeList({ label, list, empty }: DisputeListProps) {
  const { t } = useTranslation('disputes');
  const { t: d } = useTranslation('domain');
  const queryClient = useQueryClient();
  const factsOf = useDisputeFacts();
  const columns: Column<DisputeLine>[] = [
    { key: 'work', header: t('list.work'), cell: ({ job_title, item_title }) => <span dir="auto">{item_title === null ? job_title : `${item_title} · ${job_title}`}</span> },
    { key: 'kind', header: t('list.kind'), isPlain: true, cell: ({ kind }) => <span className="text-soft">{d(`disputeKind.${kind}`)}</span> },
    { key: 'with', header: t('list.with'), isPlain: true, cell: (dispute) => <span dir="auto" className="text-soft">{otherSide(dispute)}</span> },
    { key: 'facts', header: t('list.facts'), isPlain: true, cell: (dispute) => <FactStrip form="row" {...factsOf(dispute)} /> },
  ];
  return (
    <DataList
      label={label}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/disputes/${id}`}
      onIntent={({ id }) => void queryClient.prefetchQuery(disputeQuery(id))}
    />
  );
}

const otherSide = ({ your_side, tester_name, builder_name }: DisputeLine): string => {
  if (your_side === null) return `${tester_name} · ${builder_name}`;
  return your_side === 'tester' ? builder_name : tester_name;
};
