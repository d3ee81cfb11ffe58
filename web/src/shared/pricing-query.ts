// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api, http, type Body, type Schema } from '@/lib/api';
import { useDebounced } from '@/lib/use-debounced';

export type Estimate = Schema<'Estimate'>;
export type EstimateBody = Body<'estimate'>;
export type PriceBook = Schema<'PriceBook'>;
export type ServiceType = PriceBook['service_types'][number]['service_type'];

/** What each kind of test costs today. */
export const priceBookQuery = (currency: string) => ({
  ...api.queryOptions('get', '/pricing', { params: { query: { currency } } }),
  staleTime: 5 * 60_000,
});

/** Our fees, of a kind of test once it is known: those of one's own country for who is signed in. */
export const feesQuery = (serviceType: ServiceType | undefined) => ({
  ...api.queryOptions('get', '/pricing/fees', { params: { query: serviceType ? { service_type: serviceType } : {} } }),
  staleTime: 5 * 60_000,
});

const PAUSE_MS = 300;

const estimateQuery = (text: string) => ({
  queryKey: ['estimate', text] as const,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Estimate> => {
    const body = JSON.parse(text) as EstimateBody; // written below from one
    const { data, error } = await http.POST('/pricing/estimate', { body, signal });
    if (!data) throw error;
    return data;
  },
});

/** What a plan costs, a moment after it last changed; the last price stays until the next is there. Null: nothing to price yet. */
export function useEstimate(body: EstimateBody | null) {
  const text = useDebounced(JSON.stringify(body), PAUSE_MS);
  const isPriced = text !== 'null';
  const query = useQuery({ ...estimateQuery(text), enabled: isPriced, placeholderData: keepPreviousData });
  return { estimate: isPriced ? query.data : undefined, error: isPriced ? query.error : null, isStale: query.isPlaceholderData || text !== JSON.stringify(body), retry: () => void query.refetch() };
}
