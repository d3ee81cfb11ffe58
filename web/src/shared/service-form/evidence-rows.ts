// SPDX-License-Identifier: Apache-2.0
// Evidence as a form holds it: links and files, each for the whole report or one entry of it.
import type { StoredFile } from '@/shared/files/file-query';

import type { Evidence, Wanted } from './rules';

export const evidenceKinds = ['screenshot', 'recording', 'trace', 'log', 'receipt', 'output'] as const;
export const EVIDENCE_MAX = 100;

type EvidenceKind = (typeof evidenceKinds)[number];

/** One of url and file_id is empty. */
export type EvidenceRow = { kind: string; url: string; file_id: string; about: string; note: string };

export const evidenceValues = (stored: readonly Evidence[]): EvidenceRow[] =>
  stored.map(({ kind, url, file_id, about, note }) => ({ kind, url: url ?? '', file_id: file_id ?? '', about: about ?? '', note: note ?? '' }));

function sentPiece({ kind, url, file_id, about, note }: EvidenceRow): Evidence {
  const proof = file_id === '' ? { url: url.trim() } : { file_id };
  return { kind, ...proof, ...(about.trim() && { about: about.trim() }), ...(note.trim() && { note: note.trim() }) };
}

/** What is sent: files, and whole links, without empty members. */
export const evidenceBody = (rows: readonly EvidenceRow[]): Evidence[] => rows.filter(({ url, file_id }) => file_id !== '' || URL.canParse(url.trim())).map(sentPiece);

/** What a file can be evidence as, the likeliest first. */
const kindsOf: Record<NonNullable<StoredFile['kind']>, readonly EvidenceKind[]> = {
  picture: ['screenshot', 'receipt'],
  video: ['recording'],
  audio: ['recording'],
  document: ['log', 'trace', 'output', 'receipt'],
};

/** Before the server has looked into a file, its name has to do. */
const likelyKind = (type: string): keyof typeof kindsOf => (type.startsWith('image/') ? 'picture' : type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'document');

/** @param type what the browser takes a file for */
export const kindsFor = (file: StoredFile | undefined, type: string): readonly string[] => kindsOf[file?.kind ?? likelyKind(type)];

/** A file as evidence: for what is wanted where it fits, or else for the whole report. */
export function fileRow(fileId: string, type: string, want: Wanted | null): EvidenceRow {
  const possible = kindsFor(undefined, type);
  const kind = possible.find((one) => want?.kinds.includes(one));
  return { kind: kind ?? possible[0] ?? 'log', url: '', file_id: fileId, about: want?.number ? String(want.number) : '', note: '' };
}

export const linkRow = (want: Wanted | null): EvidenceRow => ({ kind: want?.kinds[0] ?? 'screenshot', url: '', file_id: '', about: want?.number ? String(want.number) : '', note: '' });
