// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';
import { byCursor } from '@/lib/paging';

export const projectQuery = (projectId: string) =>
  api.queryOptions('get', '/projects/{project_id}', { params: { path: { project_id: projectId } } });

/** All projects of the builder, page by page. */
export const useProjects = () => api.useInfiniteQuery('get', '/projects', { params: { query: {} } }, byCursor);
