// SPDX-License-Identifier: Apache-2.0
import { http, type Schema } from '@/lib/api';

import { liveRecordings } from './guard';

export type Unfinished = Schema<'Upload'>;

/** Recordings of mine that nobody makes at the moment: their length was never said. The newest 100 are enough. */
export const unfinishedQuery = () => ({
  queryKey: ['get', '/uploads', 'recordings'] as const,
  queryFn: async (): Promise<Unfinished[]> => {
    const [{ data, error }, live] = await Promise.all([http.GET('/uploads', { params: { query: { limit: 100 } } }), liveRecordings()]);
    if (!data) throw error;
    return data.items.filter(({ id, length_bytes: length, offset_bytes: sent }) => length === null && sent > 0 && !live.includes(id));
  },
  staleTime: 0,
});
