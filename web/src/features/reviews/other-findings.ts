// SPDX-License-Identifier: Apache-2.0
import { http } from '@/lib/api';
import { readToEnd } from '@/lib/paging';

/** All findings of a job with who handed them in, for naming the one that another repeats. */
export const otherFindingsQuery = (jobId: string) => ({
  queryKey: ['findings', jobId] as const,
  queryFn: async () => {
    const seats = await readToEnd(async (cursor) => {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const { data, error } = await http.GET('/jobs/{job_id}/assignments', { params: { path: { job_id: jobId }, query } });
      if (!data) throw error;
      return data;
    });
    return seats.flatMap(({ tester_name, submissions }) => submissions.flatMap(({ findings }) => findings.map((finding) => ({ ...finding, tester_name }))));
  },
});
