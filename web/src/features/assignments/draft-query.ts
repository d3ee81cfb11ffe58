// SPDX-License-Identifier: Apache-2.0
import { api, http } from '@/lib/api';

import type { DraftBody } from './draft';
import type { DraftApi, Stored } from './draft-saver';

const pathOf = (submissionId: string) => ({ submission_id: submissionId });
const tagOf = (response: Response): string => response.headers.get('ETag') ?? '';

async function readDraft(submissionId: string): Promise<Stored> {
  const { data, error, response } = await http.GET('/submissions/{submission_id}', { params: { path: pathOf(submissionId) } });
  if (!data) throw error;
  return { submission: data, etag: tagOf(response) };
}

async function writeDraft(submissionId: string, body: DraftBody, etag: string): Promise<Stored> {
  const params = { path: pathOf(submissionId) };
  const { data, error, response } = await http.PUT('/submissions/{submission_id}', { params, body, headers: { 'If-Match': etag } });
  if (!data) throw error;
  return { submission: data, etag: tagOf(response) };
}

/** The draft with its tag, read anew whenever the workspace opens. */
export const draftQuery = (submissionId: string) => ({
  queryKey: ['draft', submissionId] as const,
  queryFn: () => readDraft(submissionId),
  staleTime: 0,
  gcTime: 0,
});

export const draftApi = (submissionId: string): DraftApi => ({
  get: () => readDraft(submissionId),
  put: (body, etag) => writeDraft(submissionId, body, etag),
});

/** What the server still misses. */
export const missingQuery = (submissionId: string) =>
  api.queryOptions('get', '/submissions/{submission_id}/missing', { params: { path: pathOf(submissionId) } });
