// SPDX-License-Identifier: Apache-2.0
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import type { StoredFile } from './file-query';
import { FileStatus } from './file-status';
import { FileThumb } from './file-thumb';

type FileTileProps = { file: StoredFile; onOpen: () => void };

/** A file to look at. A document is downloaded; everything else opens in the viewer. */
export function FileTile({ file, onOpen }: FileTileProps) {
  const { t } = useTranslation('files');
  const thumb = <FileThumb file={file} className="aspect-4/3 w-full" />;
  const look = 'block w-full rounded-small text-start hover:outline-2 hover:outline-edge';
  return (
    <div id={`file-${file.id}`} className="flex min-w-0 flex-col gap-1">
      {file.url === null ? (
        thumb
      ) : file.kind === 'document' ? (
        <a href={`${file.url}?download=1`} download={file.name} className={look}>
          <span className="sr-only">{t('downloadOf', { name: file.name })}</span>
          {thumb}
        </a>
      ) : (
        <button type="button" onClick={onOpen} className={look}>
          <span className="sr-only">{t('open', { name: file.name })}</span>
          {thumb}
        </button>
      )}
      <p dir="auto" title={file.name} className="truncate text-small font-strong">
        {file.kind === 'document' && <ArrowDownTrayIcon aria-hidden className="me-1 inline size-4" />}
        {file.name}
      </p>
      <FileStatus file={file} />
    </div>
  );
}
