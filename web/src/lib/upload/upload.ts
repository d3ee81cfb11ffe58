// SPDX-License-Identifier: Apache-2.0
// One file on its way to the server: it goes on by itself after a lost link, can be paused, and never
// loses what the server has.
import { clientProblem, toProblem, type Problem } from '../problem';
import { createRate } from './rate';
import { goesOn, isGone, openTransfer, removeUpload, type Content } from './tus';

export type UploadState =
  /** Waits for those before it. */
  | { kind: 'queued' }
  | { kind: 'sending' }
  | { kind: 'paused' }
  /** Goes on by itself; the problem says what it waits for. */
  | { kind: 'unreached'; problem: Problem }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'cancelled' }
  | { kind: 'done' };

export type UploadView = {
  state: UploadState;
  sentBytes: number;
  /** Null while it still grows. */
  totalBytes: number | null;
  /** Bytes per second. */
  rate: number | null;
  /** Null until the server has made a place for it. */
  fileId: string | null;
};

export type Upload = {
  name: string;
  /** What is sent, to show it at once; null while it still grows. */
  content: Blob | null;
  view: () => UploadView;
  subscribe: (changed: () => void) => () => void;
  /** Resolves when the server has made a place: from then on the file can be attached. */
  fileId: Promise<string>;
  /** Resolves when the last byte is there; rejects with a Problem when it is cancelled. */
  done: Promise<string>;
  start: () => void;
  pause: () => void;
  /** After a pause, or after a failure that the person has mended. */
  resume: () => void;
  /** Takes it back from the server, too. */
  cancel: () => Promise<void>;
};

type UploadPlan = {
  content: Content;
  name: string;
  totalBytes: number | null;
  /** Of an upload that was begun before. */
  begunAs: string | null;
};

const RETRY_MS = [1_000, 3_000, 6_000, 12_000, 30_000] as const;

const nothing = () => undefined;

function deferred<Value>() {
  let resolve: (value: Value) => void = nothing;
  let reject: (reason: unknown) => void = nothing;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(nothing); // who does not wait for it sees the state
  return { promise, resolve, reject };
}

export function createUpload({ content, name, totalBytes, begunAs }: UploadPlan): Upload {
  let view: UploadView = { state: { kind: 'queued' }, sentBytes: 0, totalBytes, rate: null, fileId: begunAs };
  let transfer: Awaited<ReturnType<typeof openTransfer>> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let misses = 0;
  let wasUnauthorized = false;
  const listeners = new Set<() => void>();
  const rate = createRate();
  const place = deferred<string>();
  const end = deferred<string>();

  const show = (change: Partial<UploadView>) => {
    view = { ...view, ...change };
    listeners.forEach((changed) => changed());
  };
  const isSending = () => view.state.kind === 'sending';
  const isOver = () => view.state.kind === 'done' || view.state.kind === 'cancelled';

  const onPlace = (fileId: string) => {
    show({ fileId });
    place.resolve(fileId);
  };
  const onProgress = (sentBytes: number) => {
    if (!isSending()) return;
    if (sentBytes > view.sentBytes) {
      misses = 0;
      wasUnauthorized = false;
    }
    show({ sentBytes, rate: rate.see(sentBytes) });
  };
  const onDone = () => {
    show({ state: { kind: 'done' }, sentBytes: view.totalBytes ?? view.sentBytes, rate: null });
    end.resolve(view.fileId ?? '');
  };
  const onError = (problem: Problem) => {
    if (isGone(problem) && begunAs !== null && view.fileId === begunAs && view.sentBytes === 0) return beginAnew();
    if (problem.status === 401 && !wasUnauthorized) {
      wasUnauthorized = true; // the token was renewed on the way
      return send();
    }
    if (!goesOn(problem)) return show({ state: { kind: 'failed', problem: isGone(problem) ? goneProblem(problem) : problem }, rate: null });
    show({ state: { kind: 'unreached', problem }, rate: null });
    // Without a network there is nothing to try; its return is heard.
    if (navigator.onLine) timer = setTimeout(send, RETRY_MS[Math.min(misses, RETRY_MS.length - 1)]);
    misses += 1;
  };

  const openAndStart = async () => {
    transfer ??= await openTransfer(content, name, view.fileId, { onPlace, onProgress, onDone, onError });
    if (isSending()) transfer.start();
  };
  const send = () => {
    clearTimeout(timer);
    if (isOver()) return;
    rate.restart(view.sentBytes);
    show({ state: { kind: 'sending' } });
    openAndStart().catch((error: unknown) => onError({ ...toProblem(error), status: 503 })); // the library's chunk did not come
  };
  /** What was begun in another visit has expired: the bytes are all here. */
  const beginAnew = () => {
    transfer = null;
    show({ fileId: null });
    send();
  };
  const sendNow = () => view.state.kind === 'unreached' && send();
  const stopNow = () => {
    if (!isSending()) return;
    transfer?.stop();
    onError(clientProblem('no-connection', 503));
  };
  window.addEventListener('online', sendNow);
  window.addEventListener('offline', stopNow);
  const forgetLink = () => {
    window.removeEventListener('online', sendNow);
    window.removeEventListener('offline', stopNow);
  };
  end.promise.then(forgetLink, forgetLink);

  return {
    name,
    content: content instanceof Blob ? content : null,
    view: () => view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    fileId: place.promise,
    done: end.promise,
    start: () => view.state.kind === 'queued' && send(),
    pause: () => {
      if (isOver()) return;
      clearTimeout(timer);
      transfer?.stop();
      show({ state: { kind: 'paused' }, rate: null });
    },
    resume: () => {
      misses = 0;
      if (view.state.kind !== 'sending') send();
    },
    cancel: async () => {
      if (isOver()) return;
      clearTimeout(timer);
      transfer?.stop();
      show({ state: { kind: 'cancelled' }, rate: null });
      place.reject(clientProblem('cancelled', 0));
      end.reject(clientProblem('cancelled', 0));
      if (view.fileId !== null) await removeUpload(view.fileId);
    },
  };
}

/** A HEAD that finds nothing has no words of its own. */
const goneProblem = (problem: Problem): Problem => ({ ...problem, type: '/problems/upload-gone' });
