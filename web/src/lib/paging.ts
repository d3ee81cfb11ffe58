// SPDX-License-Identifier: Apache-2.0
// Lists of the API are read by cursor; this is what useInfiniteQuery needs to know about that.
import type { InfiniteData } from '@tanstack/react-query';

type ListPage<Item> = { items: Item[]; next: string | null };

export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: undefined,
  getNextPageParam: (page: ListPage<unknown>) => page.next ?? undefined,
};

/** The rows of all pages that have been read. */
export const rowsOf = <Item>(data: InfiniteData<ListPage<Item>> | undefined): Item[] | undefined =>
  data?.pages.flatMap((page) => page.items);
