// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { RelativeTime } from '@/components/time';
import { FindingState } from '@/shared/findings/finding-state';
import { Severity } from '@/shared/findings/severity';

import type { FindingRow } from './findings-query';

type FindingListProps = {
  list: ComponentProps<typeof DataList<FindingRow>>['list'];
  /** Duplicates stand under the finding that came first, as a number. */
  isFolded: boolean;
  empty: ReactNode;
};

/** One line for each problem, the newest first. */
export function FindingList({ list, isFolded, empty }: FindingListProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const columns: Column<FindingRow>[] = [
    { key: 'title', header: t('list.finding'), cell: (row) => <Title row={row} /> },
    { key: 'severity', header: t('list.severity'), isPlain: true, cell: ({ severity, severity_final }) => <Severity severity={severity_final ?? severity} /> },
    { key: 'state', header: t('list.state'), isPlain: true, cell: ({ state }) => <FindingState state={state} /> },
    { key: 'kind', header: t('list.kind'), isPlain: true, cell: ({ kind }) => <span className="text-small text-soft">{d(`findingKind.${kind}`)}</span> },
    { key: 'tester', header: t('list.tester'), isPlain: true, cell: ({ tester_name }) => <span dir="auto" className="text-small">{tester_name}</span> },
    { key: 'at', header: t('list.reported'), isFigure: true, isPlain: true, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
  ];
  const rows = isFolded ? list.rows?.filter((row, _at, all) => !isUnder(row, all)) : list.rows;
  return <DataList label={t('list.title')} list={{ ...list, rows }} empty={empty} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/findings/${id}`} />;
}

/** It repeats a finding that is on the list, too. */
const isUnder = ({ root }: FindingRow, all: readonly FindingRow[]): boolean => root !== null && all.some(({ id }) => id === root.id);

function Title({ row: { title, job_title, duplicates } }: { row: FindingRow }) {
  const { t } = useTranslation('findings');
  return (
    <>
      <span dir="auto" className="block break-words">
        {title}
      </span>
      <span className="text-small font-plain text-soft">
        <span dir="auto">{job_title}</span>
        {duplicates > 0 && ` · ${t('list.duplicates', { count: duplicates })}`}
      </span>
    </>
  );
}
