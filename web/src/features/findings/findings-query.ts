// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';

import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { queryOf, type Filters } from './filters';

export type FindingRow = Schema<'FindingRow'>;
export type KnownIssue = Schema<'KnownIssue'>;

export const projectQuery = (projectId: string) => api.queryOptions('get', '/projects/{project_id}', { params: { path: { project_id: projectId } } });

export const findingQuery = (findingId: string) => api.queryOptions('get', '/findings/{finding_id}', { params: { path: { finding_id: findingId } } });

/** What testers found in a project. While a changed filter is being asked for, the list before it stays. */
export const useProjectFindings = (projectId: string, filters: Filters) =>
  api.useInfiniteQuery('get', '/projects/{project_id}/findings', { params: { path: { project_id: projectId }, query: queryOf(filters) } }, { ...byCursor, placeholderData: keepPreviousData });

/** What repeats a finding of a project. */
export const useDuplicates = (projectId: string | undefined, rootId: string) =>
  api.useQuery('get', '/projects/{project_id}/findings', { params: { path: { project_id: projectId ?? '' }, query: { root_id: rootId, limit: 100 } } }, { enabled: projectId !== undefined });

export const knownIssuesQuery = (projectId: string) => api.queryOptions('get', '/projects/{project_id}/known-issues', { params: { path: { project_id: projectId } } });
