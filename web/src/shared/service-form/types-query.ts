// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import { api, type Schema } from '@/lib/api';

export type ServiceType = Schema<'ServiceType'>;
export type FormField = Schema<'FormField'>;
export type FormRule = Schema<'FormRule'>;

/** Every kind of test with its forms; it changes only with a restart of the server. */
export const serviceTypesQuery = () => ({ ...api.queryOptions('get', '/service-types'), staleTime: Infinity });

export function useServiceType(key: string | null): ServiceType | undefined {
  const { data } = useQuery(serviceTypesQuery());
  return data?.items.find((type) => type.key === key);
}
