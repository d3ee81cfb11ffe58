// SPDX-License-Identifier: Apache-2.0
import type { Upload } from '@/lib/upload/upload';

import { FileRow, PendingRow } from './file-row';

type RowsOutsideProps = {
  pending: readonly Upload[];
  /** Ids of files that were not taken. */
  refused: readonly string[];
  onDismiss: (fileId: string) => void;
};

/** The files of a field that its form does not have: those still on their way, and those that were refused, with the reason. */
export function RowsOutside({ pending, refused, onDismiss }: RowsOutsideProps) {
  return (
    <>
      {pending.map((upload, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a queue: its head leaves, the rest keeps its order
        <PendingRow key={at} upload={upload} />
      ))}
      {refused.map((fileId) => (
        <FileRow key={fileId} fileId={fileId} onRemove={() => onDismiss(fileId)} />
      ))}
    </>
  );
}
