// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';

import { uploadFile, useUploads } from '@/lib/upload/queue';
import type { Upload } from '@/lib/upload/upload';

/**
 * Sends files and hands over the id of each as soon as the server has a place for it: from then on it
 * can be attached, long before its last byte is there.
 * @param onAttach is asked as it is at that moment, not as it was when the file was chosen
 */
export function useAttach(onAttach: (fileId: string, upload: Upload) => void) {
  const latest = useRef(onAttach);
  const [own] = useState(() => new Set<Upload>());
  const before = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    latest.current = onAttach;
  });
  const add = (files: readonly File[]) => {
    for (const file of files) {
      const upload = uploadFile(file);
      if (own.has(upload)) continue;
      own.add(upload);
      // In the order in which they were chosen; one that got stuck does not hold up those behind it.
      const turn = Promise.all([before.current, decided(upload)]);
      before.current = turn;
      void turn.then(() => upload.fileId).then((fileId) => latest.current(fileId, upload), () => undefined); // cancelled before it had a place
    }
  };
  /** Those without a place yet. */
  const pending = useUploads().filter((upload) => own.has(upload) && upload.view().fileId === null);
  return { add, pending };
}

/** It has a place, or for now it gets none. */
const decided = (upload: Upload): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const { fileId, state } = upload.view();
      if (fileId === null && (state.kind === 'queued' || state.kind === 'sending')) return;
      stop();
      resolve();
    };
    const stop = upload.subscribe(look);
    look();
  });
