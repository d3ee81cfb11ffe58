// SPDX-License-Identifier: Apache-2.0
// Which files this browser began to send: chosen again after the browser was closed, one goes on
// where it stopped.
import { recall, remember } from '../memory';

const KEY = 'peertest.uploads';
const KEPT = 50;

type Begun = { print: string; fileId: string };

/** A file as it can be told apart without reading it. What was made on the page has none. */
const printOf = (file: Blob): string | null => (file instanceof File && file.lastModified ? `${file.size} ${file.lastModified} ${file.name}` : null);

function all(): Begun[] {
  try {
    // Written by this module alone.
    return JSON.parse(recall(KEY) ?? '[]') as Begun[];
  } catch {
    return [];
  }
}

const store = (begun: readonly Begun[]): void => remember(KEY, begun.length === 0 ? null : JSON.stringify(begun.slice(-KEPT)));

export function rememberBegun(file: Blob, fileId: string): void {
  const print = printOf(file);
  if (print !== null) store([...all().filter((begun) => begun.print !== print && begun.fileId !== fileId), { print, fileId }]);
}

/** The upload of this very file that was begun here and not finished. */
export const begunAs = (file: Blob): string | null => all().find(({ print }) => print === printOf(file))?.fileId ?? null;

export const isBegunHere = (fileId: string): boolean => all().some((begun) => begun.fileId === fileId);

export const forgetBegun = (fileId: string): void => store(all().filter((begun) => begun.fileId !== fileId));

/** The next person at this browser must not find the names of the files. */
export const forgetAllBegun = (): void => remember(KEY, null);
