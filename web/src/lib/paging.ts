// SPDX-License-Identifier: Apache-2.0
// Lists of the API are read by cursor; this is what useInfiniteQuery needs to know about that.
import type { InfiniteData } from '@tanstack/react-query';

type ListPage<Item> = { items: Item[]; next: string | null };

export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null, // undefined would become 0
  getNextPageParam: (page: ListPage<unknown>) => page.next ?? undefined,
};

/** The rows of all pages that have been read. */
export const rowsOf = <Item>(data: InfiniteData<ListPage<Item>> | undefined): Item[] | undefined =>
  data?.pages.flatMap((page) => page.items);

/** A list that is read as a whole, to its end. */
export async function readToEnd<Item>(readPage: (cursor: string | undefined) => Promise<ListPage<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next one
    const page = await readPage(cursor);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}
