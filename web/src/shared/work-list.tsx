// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { FactStrip } from '@/components/fact-strip';

import type { Assignment } from './assignments-query';
import { assignmentQuery } from './reviews-query';
import { useWorkFacts } from './tester-turns';

type WorkListProps = {
  label: string;
  list: { isPending: boolean; error: unknown; rows: readonly Assignment[] | undefined; retry: () => void };
  empty: ReactNode;
};

/** Seats that a tester holds or held: which job, whose, and the three facts. */
export function WorkList({ label, list, empty }: WorkListProps) {
  const { t } = useTranslation('work');
  const queryClient = useQueryClient();
  const factsOf = useWorkFacts();
  const columns: Column<Assignment>[] = [
    { key: 'job', header: t('list.job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'builder', header: t('list.builder'), isPlain: true, cell: ({ builder_name }) => <span dir="auto" className="text-soft">{builder_name}</span> },
    { key: 'facts', header: t('list.facts'), isPlain: true, cell: (assignment) => <FactStrip form="row" {...factsOf(assignment)} /> },
  ];
  return (
    <DataList
      label={label}
      list={list}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/assignments/${id}`}
      onIntent={({ id }) => void queryClient.prefetchQuery(assignmentQuery(id))}
    />
  );
}
