// SPDX-License-Identifier: Apache-2.0
import { http, type Schema } from '@/lib/api';
import { readToEnd } from '@/lib/paging';

export type Price = Schema<'Price'>;
export type PriceKind = Price['kind'];

export const priceKinds = ['base', 'factor', 'floor', 'fee'] as const satisfies readonly PriceKind[];

/** Which rows: those that hold when they are asked for or at an instant, or all that ever did. */
export type When = 'now' | 'ever' | { at: string };

const atOf = (when: When): string | null => (when === 'now' ? new Date().toISOString() : when === 'ever' ? null : when.at);

/** The rows of one kind, as a whole. */
export const pricesQuery = (kind: PriceKind, when: When) => ({
  queryKey: ['get', '/admin/prices', kind, when] as const,
  staleTime: 0,
  queryFn: () => {
    const at = atOf(when);
    return readToEnd(async (cursor) => {
      const query = { kind, limit: 100, ...(at && { at }), ...(cursor && { cursor }) };
      const { data, error } = await http.GET('/admin/prices', { params: { query } });
      if (!data) throw error;
      return data;
    });
  },
});

/** Rows of the same key follow one another in time. */
export const isSameKey = (a: Price, b: Price): boolean =>
  a.kind === b.kind && a.service_type === b.service_type && a.factor === b.factor && a.option === b.option && a.market === b.market && a.currency === b.currency && a.level === b.level;
