// SPDX-License-Identifier: Apache-2.0
import type { InfiniteData } from '@tanstack/react-query';

import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Pager } from '@/components/pager';
import { rowsOf } from '@/lib/paging';

/** A list that is read by cursor, as useInfiniteQuery gives it. */
type Pages<Row> = {
  data: InfiniteData<{ items: Row[]; next: string | null }> | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

type AdminListProps<Row> = {
  label: string;
  pages: Pages<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | undefined;
  /** What it means that there is nothing. */
  none: { title: string; why?: string };
};

/** A dense list with its four looks and the way to its next page. */
export function AdminList<Row>({ label, pages, columns, rowKey, rowHref, none }: AdminListProps<Row>) {
  return (
    <>
      <DataList
        label={label}
        list={{ isPending: pages.isPending, error: pages.error, rows: rowsOf(pages.data), retry: () => void pages.refetch() }}
        empty={
          <EmptyState drawing="tray" title={none.title}>
            {none.why}
          </EmptyState>
        }
        columns={columns}
        rowKey={rowKey}
        {...(rowHref && { rowHref })}
        isDense
      />
      <Pager hasMore={pages.hasNextPage} isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
    </>
  );
}
