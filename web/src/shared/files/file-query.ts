// SPDX-License-Identifier: Apache-2.0
// Files as the server has them.
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { api, http, type Schema } from '@/lib/api';
import { readToEnd } from '@/lib/paging';
import { queryClient } from '@/lib/query-client';
import { onUploaded, useUploadOf, useUploadView } from '@/lib/upload/queue';

export type StoredFile = Schema<'File'>;

/** What it takes to show one in full size. */
export type ViewableFile = Pick<StoredFile, 'id' | 'name' | 'kind' | 'url' | 'poster_url' | 'width' | 'height' | 'duration_ms' | 'marks'>;

/** How often the server is asked while it makes a file ready. */
const CHECK_MS = 2_000;

/** One file; asked again and again while it is being checked. */
export const fileQuery = (fileId: string) => ({
  ...api.queryOptions('get', '/files/{file_id}/info', { params: { path: { file_id: fileId } } }),
  refetchInterval: ({ state }: { state: { data?: StoredFile | undefined } }) => (state.data?.state === 'checking' ? CHECK_MS : false),
});

/** What is asked at this moment may still be answered from before; a first answer would stay, so it is not waited for. */
async function refresh(fileId: string): Promise<void> {
  const { queryKey } = fileQuery(fileId);
  await queryClient.cancelQueries({ queryKey });
  await queryClient.invalidateQueries({ queryKey });
}

onUploaded((fileId) => void refresh(fileId));

const know = (file: StoredFile): void => void queryClient.setQueryData(fileQuery(file.id).queryKey, file);

/** All files of a submission and its findings. Each is then known by its id, too. */
export const submissionFilesQuery = (submissionId: string) => ({
  queryKey: ['get', '/submissions/{submission_id}/files', submissionId] as const,
  queryFn: async () => {
    const { data, error } = await http.GET('/submissions/{submission_id}/files', { params: { path: { submission_id: submissionId } } });
    if (!data) throw error;
    data.items.forEach(know);
    return data.items;
  },
});

export const useFiles = (submissionId: string) => useQuery(submissionFilesQuery(submissionId));

/** All files of the person, newest first. */
export const myFilesQuery = () => ({
  queryKey: ['get', '/me/files'] as const,
  queryFn: () =>
    readToEnd(async (cursor) => {
      const { data, error } = await http.GET('/me/files', { params: { query: { limit: 100, ...(cursor && { cursor }) } } });
      if (!data) throw error;
      data.items.forEach(know);
      return data;
    }),
});

/** How far the server is with a file that nobody sends at the moment. */
export const uploadQuery = (fileId: string) => api.queryOptions('get', '/uploads/{upload_id}', { params: { path: { upload_id: fileId } } });

/** A file with what this page knows about it: on its way from here, or as the server has it. */
export function useFile(fileId: string) {
  const upload = useUploadOf(fileId);
  const view = useUploadView(upload);
  const { data: file, error, refetch } = useQuery({ ...fileQuery(fileId), enabled: !upload });
  return { file, upload, view, error, refetch };
}

/**
 * Files that the server did not take leave a list, so that the rest can be saved; they are shown beside
 * it with the reason, until the person has seen it.
 */
export function useRefused(ids: readonly string[], drop: (fileIds: readonly string[]) => void) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const latest = useRef(drop);
  const states = useQueries({ queries: ids.map(fileQuery) });
  const gone = ids.filter((_, at) => states[at]?.data?.state === 'refused').join(' ');
  useEffect(() => {
    latest.current = drop;
  });
  useEffect(() => {
    if (gone === '') return;
    // oxlint-disable-next-line react/set-state-in-effect -- the server's word came from outside, and leaves the list with it
    setRefused((known) => [...known, ...gone.split(' ')]);
    latest.current(gone.split(' '));
  }, [gone]);
  return { refused, dismiss: (fileId: string) => setRefused((known) => known.filter((other) => other !== fileId)) };
}

/** How many of them are ready: what the server misses changes with it. */
export const useReadyCount = (ids: readonly string[]): number => useQueries({ queries: ids.map(fileQuery) }).filter(({ data }) => data?.state === 'ready').length;
