// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { FactStrip } from '@/components/fact-strip';
import { Pager } from '@/components/pager';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { useSeatTurn } from '@/shared/turns';

import type { useJobAssignments } from '../jobs-query';
import { SeatMenu } from './seat-menu';

type Assignment = Schema<'Assignment'>;

type PlanSeatsProps = { assignments: ReturnType<typeof useJobAssignments>; isBidding: boolean };

/** Who works on the plan, in which role, and how much of it is handed in. */
export function PlanSeats({ assignments, isBidding }: PlanSeatsProps) {
  const { t } = useTranslation('jobs');
  const turnOf = useSeatTurn();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = assignments;
  const columns: Column<Assignment>[] = [
    { key: 'tester', header: t('owner.tester'), cell: ({ tester_name }) => <span dir="auto">{tester_name}</span> },
    { key: 'role', header: t('role.name'), isPlain: true, cell: ({ role_name }) => <span dir="auto" className="text-soft">{role_name}</span> },
    { key: 'items', header: t('owner.handedIn'), isFigure: true, cell: ({ submissions }) => t('board.itemsOf', { done: submissions.filter(({ submitted_at }) => submitted_at !== null).length, all: submissions.length }) },
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
        label={t('board.work')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t('board.noWork')}>
            {isBidding && t('board.noWorkWhy')}
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

function moneyOf({ held_minor, released_minor, currency }: Assignment, held: string, released: string) {
  if (held_minor > 0) return { minor: held_minor, currency, meaning: held };
  return released_minor > 0 ? { minor: released_minor, currency, meaning: released } : null;
}

/** To what waits for a review, or else to the first piece of work. */
function hrefOf({ submissions }: Assignment): string | undefined {
  const work = submissions.find(({ state }) => state === 'submitted') ?? submissions[0];
  return work && `/submissions/${work.id}/review`;
}
