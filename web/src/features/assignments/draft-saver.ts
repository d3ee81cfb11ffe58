// SPDX-License-Identifier: Apache-2.0
// A submission's draft, for the saver of all drafts.
import type { Schema } from '@/lib/api';
import { createSaver as create, type DraftKind, type DraftSaver as Saver, type SaveState as State } from '@/lib/draft-saver';

import { isOpenWork } from '@/shared/turns';

import { written, writtenOf, type DraftBody, type WorkKind } from './draft';

export { PAUSE_MS } from '@/lib/draft-saver';

/** A draft as the server has it, with the tag that names this version of it. */
export type Stored = { submission: Schema<'Submission'>; etag: string };

export type SaveState = State<Stored>;
export type DraftSaver = Saver<Stored, DraftBody>;
export type DraftApi = Pick<DraftKind<Stored, DraftBody>, 'put' | 'get'>;

const ofSubmissions = (kind: WorkKind) => ({
  written,
  writtenOf: ({ submission }: Stored) => writtenOf(submission, kind),
  isOpen: ({ submission }: Stored) => isOpenWork(submission),
  changedAt: ({ submission }: Stored) => submission.updated_at,
});

/** Overtaken: what is typed here began from a version that another window has changed since. */
export const createSaver = (api: DraftApi, kind: WorkKind, stored: Stored, isOvertaken: boolean, onSaved: () => void): DraftSaver =>
  create({ ...api, ...ofSubmissions(kind) }, stored, isOvertaken, onSaved);
