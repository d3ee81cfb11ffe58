// SPDX-License-Identifier: Apache-2.0
// All uploads of this page: they outlive the form that began them, and go a few at a time.
import { useSyncExternalStore } from 'react';

import { sessionStatus, subscribe as onSession } from '../token';
import { begunAs, forgetBegun, rememberBegun } from './begun';
import { createGrowing } from './growing';
import { isRefused } from './tus';
import { createUpload, type Upload, type UploadView } from './upload';

const AT_ONCE = 3;

let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();
/** Told of a file whose last byte is there, or that was refused on the way. */
const doneListeners = new Set<(fileId: string) => void>();

function become(next: readonly Upload[]): void {
  uploads = next;
  listeners.forEach((changed) => changed());
}

const kindOf = (upload: Upload) => upload.view().state.kind;

function startNext(): void {
  const running = uploads.filter((upload) => kindOf(upload) === 'sending' && upload.content !== null).length;
  uploads
    .filter((upload) => kindOf(upload) === 'queued')
    .slice(0, Math.max(0, AT_ONCE - running))
    .forEach((upload) => upload.start());
}

function leave(upload: Upload): void {
  become(uploads.filter((other) => other !== upload));
  startNext();
}

/** From here on the server knows more about the file than this page. */
function settle(upload: Upload, fileId: string): void {
  forgetBegun(fileId);
  doneListeners.forEach((heard) => heard(fileId));
  leave(upload);
}

function take(upload: Upload): void {
  become([...uploads, upload]);
  let kind = kindOf(upload);
  upload.subscribe(() => {
    if (kindOf(upload) === kind) return;
    kind = kindOf(upload);
    startNext();
    const { state, fileId } = upload.view();
    if (state.kind === 'failed' && fileId !== null && isRefused(state.problem)) settle(upload, fileId);
  });
  upload.done.then(
    (fileId) => settle(upload, fileId),
    () => leave(upload),
  );
}

/** Sends a file; one that was begun before, here or in an earlier visit, goes on where it stopped. */
export function uploadFile(file: Blob, name: string = file instanceof File ? file.name : ''): Upload {
  const begun = begunAs(file);
  // Chosen twice, it is still sent once.
  const known = uploads.find(({ content, view }) => content === file || (begun !== null && view().fileId === begun));
  if (known) return known;
  const upload = createUpload({ content: file, name, totalBytes: file.size, begunAs: begun });
  upload.fileId.then((fileId) => rememberBegun(file, fileId), () => undefined);
  take(upload);
  startNext();
  return upload;
}

export type StreamUpload = Upload & {
  write: (part: Blob) => void;
  /** Nothing more will come; resolves to the file's id when the server has it all. */
  end: () => Promise<string>;
  writtenBytes: () => number;
};

/** Sends what is still being made, as it comes: a cut-off loses what was not sent yet, seconds at most. */
export function uploadStream(name: string): StreamUpload {
  const { write, end, writtenBytes, source } = createGrowing();
  const upload = createUpload({ content: source, name, totalBytes: null, begunAs: null });
  take(upload);
  upload.start();
  const finish = () => {
    end();
    return upload.done;
  };
  return { ...upload, write, end: finish, writtenBytes };
}

export function onUploaded(heard: (fileId: string) => void): () => void {
  doneListeners.add(heard);
  return () => doneListeners.delete(heard);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** What is on its way from this page. */
export const useUploads = (): readonly Upload[] => useSyncExternalStore(subscribe, () => uploads);

const NOTHING: UploadView | null = null;
const never = () => () => undefined;

/** How far one is; null when there is none. */
export const useUploadView = (upload: Upload | undefined): UploadView | null =>
  useSyncExternalStore(upload?.subscribe ?? never, upload?.view ?? (() => NOTHING));

/** A file that is on its way from this page. */
export const useUploadOf = (fileId: string): Upload | undefined => useUploads().find(({ view }) => view().fileId === fileId);

const isUnderWay = (upload: Upload): boolean => ['queued', 'sending', 'unreached'].includes(kindOf(upload));

window.addEventListener('beforeunload', (event) => {
  if (uploads.some(isUnderWay)) event.preventDefault();
});

// What is on its way belongs to the person who left.
onSession(() => {
  if (sessionStatus() !== 'signed-out') return;
  uploads.forEach((upload) => upload.pause());
  become([]);
});
