// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

import type { StoredFile } from './file-query';
import { FileTile } from './file-tile';
import { FileViewer } from './file-viewer';

type FileGridProps = { files: readonly StoredFile[]; label?: string; isNarrow?: boolean };

/** Files to look at, in their order; one opens large, and from there the others. */
export function FileGrid({ files, label, isNarrow = false }: FileGridProps) {
  const { t } = useTranslation('files');
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <>
      <ul aria-label={label ?? t('grid')} className={cx('grid grid-cols-2 gap-4', !isNarrow && 'md:grid-cols-3')}>
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            <FileTile file={file} onOpen={() => setOpenId(file.id)} />
          </li>
        ))}
      </ul>
      {openId !== null && <FileViewer files={files} startAt={openId} onClose={() => setOpenId(null)} />}
    </>
  );
}
