// SPDX-License-Identifier: Apache-2.0
// The protocol (tus 1.0.0) by its official client, loaded when the first file is sent; retries, pauses
// and words are upload.ts's.
import type { DetailedError, FileSource, HttpRequest, HttpResponse, Upload, UploadOptions } from 'tus-js-client';

import { apiFetch } from '../api-fetch';
import { clientProblem, slugOf, toProblem, type Problem } from '../problem';
import { currentToken, renew } from '../token';

const VERSION = { 'Tus-Resumable': '1.0.0' };
/** Without a sign of life for so long the link counts as lost. */
const STALL_MS = 30_000;

const addressOf = (fileId = ''): string => new URL(`/api/v1/uploads${fileId && `/${fileId}`}`, location.origin).href;
const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

export type Content = Blob | FileSource;

type Transfer = { start: () => void; stop: () => void };

type TransferEvents = {
  onPlace: (fileId: string) => void;
  onProgress: (sentBytes: number) => void;
  onDone: () => void;
  onError: (problem: Problem) => void;
};

/** One attempt after the other at the same upload: start() goes on where the server stands. */
export async function openTransfer(content: Content, name: string, fileId: string | null, events: TransferEvents): Promise<Transfer> {
  const tus = await import('tus-js-client');
  const isGrowing = !(content instanceof Blob);
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let sentWith: string | null = null;
  /** Answers of an attempt that was stopped are no news. */
  let isRunning = false;

  const fail = (problem: Problem) => {
    clearTimeout(alarm);
    if (!isRunning) return;
    isRunning = false;
    events.onError(problem);
  };
  const watch = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => {
      void upload.abort();
      fail(clientProblem('no-connection', 503));
    }, STALL_MS);
  };
  const authorize = async (request: HttpRequest) => {
    sentWith = await currentToken();
    if (sentWith !== null) request.setHeader('Authorization', `Bearer ${sentWith}`);
    watch();
  };
  const renewRefused = async (_request: HttpRequest, response: HttpResponse) => {
    clearTimeout(alarm);
    if (response.getStatus() === 401 && (await currentToken()) === sentWith) await renew();
  };

  const options: UploadOptions = {
    // Without an endpoint a place that is gone is an error, and not silently made anew.
    endpoint: fileId === null ? addressOf() : null,
    uploadUrl: fileId === null ? null : addressOf(fileId),
    metadata: { filename: name },
    uploadLengthDeferred: isGrowing,
    ...(isGrowing && { chunkSize: Infinity, fileReader: { openFile: () => Promise.resolve(content) } }),
    storeFingerprintForResuming: false,
    retryDelays: null,
    onBeforeRequest: authorize,
    onAfterResponse: renewRefused,
    onUploadUrlAvailable: () => {
      if (upload.url === null) return;
      upload.options.endpoint = null;
      events.onPlace(idOf(upload.url));
    },
    onProgress: (sentBytes) => {
      if (alarm !== undefined) watch();
      if (isRunning) events.onProgress(sentBytes);
    },
    onSuccess: () => {
      clearTimeout(alarm);
      isRunning = false;
      events.onDone();
    },
    onError: (error) => fail(problemOf(error)),
  };
  // A source of our own is handed in by the fileReader; the library only wants something to be there.
  const upload: Upload = new tus.Upload(isGrowing ? new Blob() : content, options);

  return {
    start: () => {
      isRunning = true;
      upload.start();
    },
    stop: () => {
      isRunning = false;
      clearTimeout(alarm);
      void upload.abort();
    },
  };
}

function problemOf(error: Error | DetailedError): Problem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return 'originalRequest' in error ? clientProblem('no-connection', 503) : toProblem(error);
  try {
    return toProblem(JSON.parse(response.getBody()));
  } catch {
    return clientProblem('unreadable', response.getStatus()); // an answer to HEAD has no body
  }
}

/** Ends an upload for good; one that is gone already is as good. */
export async function removeUpload(fileId: string): Promise<void> {
  const response = await apiFetch(new Request(addressOf(fileId), { method: 'DELETE', headers: VERSION }));
  if (!response.ok && response.status !== 404 && response.status !== 410) throw await response.json();
}

/** Says of an upload of unknown length that nothing more will come: what is there is the file. */
export async function finishUpload(fileId: string): Promise<void> {
  const state = await apiFetch(new Request(addressOf(fileId), { headers: VERSION }));
  if (!state.ok) throw await state.json();
  const offset = state.headers.get('Upload-Offset') ?? '0';
  const headers = { ...VERSION, 'Upload-Offset': offset, 'Upload-Length': offset, 'Content-Type': 'application/offset+octet-stream' };
  const response = await apiFetch(new Request(addressOf(fileId), { method: 'PATCH', headers }));
  if (!response.ok) throw await response.json();
}

/** The place on the server is not there any more. */
export const isGone = (problem: Problem): boolean => problem.status === 404 || problem.status === 410;

/** The server has looked at it and will not have it: what it says of the file counts now. */
export const isRefused = (problem: Problem): boolean => problem.status === 413 || problem.status === 415 || problem.status === 410;

/** May it go on by itself after a while? A 423 passes with the lease of a writer that vanished. */
export const goesOn = (problem: Problem): boolean =>
  problem.status >= 500 || problem.status === 429 || problem.status === 423 || problem.status === 460 || (problem.status === 409 && slugOf(problem) !== 'file-in-use');
