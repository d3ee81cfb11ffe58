// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { FactStrip } from '@/components/fact-strip';
import { Pager } from '@/components/pager';
import { Stars } from '@/components/stars';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { useSeatTurn } from '@/shared/turns';

import type { useJobAssignments } from '../jobs-query';
import { SeatMenu } from './seat-menu';

type Assignment = Schema<'Assignment'>;

type SeatListProps = { assignments: ReturnType<typeof useJobAssignments>; isTaking: boolean };

/** The seats of a job: who holds them, what was handed in, and how it stands. */
export function SeatList({ assignments, isTaking }: SeatListProps) {
  const { t } = useTranslation('jobs');
  const turnOf = useSeatTurn();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = assignments;
  const columns: Column<Assignment>[] = [
    { key: 'tester', header: t('owner.tester'), cell: ({ tester_name }) => <span dir="auto">{tester_name}</span> },
    { key: 'handedIn', header: t('owner.handedIn'), isPlain: true, cell: ({ submissions: [work] }) => <HandedIn work={work} /> },
    { key: 'findings', header: t('owner.findings'), isFigure: true, cell: ({ submissions: [work] }) => (work ? work.findings.length : '–') },
    {
      key: 'state',
      header: t('owner.state'),
      isPlain: true,
      cell: (assignment) => {
        const { until, ...turn } = turnOf(assignment);
        return <FactStrip form="row" turn={turn} until={until} money={moneyOf(assignment, t('owner.held'), t('owner.settled'))} />;
      },
    },
    { key: 'menu', header: t('seat.menu'), isMenu: true, cell: (assignment) => <SeatMenu assignment={assignment} /> },
  ];
  return (
    <>
      <DataList
        label={t('owner.seats')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t(isTaking ? 'owner.noSeats' : 'owner.noSeatsEver')}>
            {isTaking && t('owner.noSeatsWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={hrefOf}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}

function HandedIn({ work }: { work: Schema<'Submission'> | undefined }) {
  const { t } = useTranslation('jobs');
  if (!work?.submitted_at) return <span className="text-soft">{t('owner.notYet')}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-small text-soft">
      <RelativeTime at={work.submitted_at} />
      {work.rating !== null && <Stars value={work.rating} />}
    </span>
  );
}

function moneyOf({ held_minor, released_minor, currency }: Assignment, held: string, released: string) {
  if (held_minor > 0) return { minor: held_minor, currency, meaning: held };
  return released_minor > 0 ? { minor: released_minor, currency, meaning: released } : null;
}

/** Nothing to look at until something is handed in: then the row leads nowhere. */
const hrefOf = ({ submissions: [work] }: Assignment): string | undefined => work && `/submissions/${work.id}/review`;
