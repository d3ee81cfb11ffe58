// SPDX-License-Identifier: Apache-2.0
import { ArrowsPointingOutIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { cx } from '@/lib/cx';

import type { StoredFile } from './file-query';
import { FileStatus } from './file-status';
import { FileThumb } from './file-thumb';
import { FileViewer } from './file-viewer';
import { RecordingView } from './recording-view';

/** The files of a submission to read beside its text: one in front, the others a click away. */
export function EvidencePanel({ files }: { files: readonly StoredFile[] }) {
  const { t } = useTranslation('files');
  const [frontId, setFrontId] = useState<string | null>(null);
  const [isLarge, setIsLarge] = useState(false);
  const front = files.find(({ id }) => id === frontId) ?? files.find(({ kind }) => kind !== 'document') ?? files[0];
  if (!front) return null;
  return (
    <section aria-label={t('grid')} className="flex flex-col gap-3">
      <Front key={front.id} file={front} onLarge={() => setIsLarge(true)} />
      {files.length > 1 && (
        <ul className="flex flex-wrap gap-2">
          {files.map((file) => (
            <li key={file.id}>
              <button type="button" title={file.name} aria-pressed={file.id === front.id} onClick={() => setFrontId(file.id)} className={cx('block rounded-small', file.id === front.id && 'outline-2 outline-ink')}>
                <span className="sr-only">{file.name}</span>
                <FileThumb file={file} className="h-12 w-16" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isLarge && <FileViewer files={files} startAt={front.id} onClose={() => setIsLarge(false)} />}
    </section>
  );
}

function Front({ file, onLarge }: { file: StoredFile; onLarge: () => void }) {
  const { t } = useTranslation('files');
  const isRecording = file.kind === 'video' || file.kind === 'audio';
  const isShown = file.url !== null && file.kind !== 'document';
  return (
    <div className="flex flex-col gap-2">
      {file.url !== null && isRecording && <RecordingView file={file} />}
      {file.url !== null && file.kind === 'picture' && (
        <button type="button" aria-label={t('open', { name: file.name })} onClick={onLarge} className="block overflow-hidden rounded-small border border-line bg-well">
          <img src={file.url} alt={file.name} loading="lazy" width={file.width ?? undefined} height={file.height ?? undefined} className="mx-auto h-auto max-h-[60dvh] w-auto max-w-full" />
        </button>
      )}
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <p dir="auto" className="font-strong break-words">
            {file.name}
          </p>
          <FileStatus file={file} />
        </div>
        {isShown && (
          <Button kind="quiet" onClick={onLarge}>
            <ArrowsPointingOutIcon className="size-5" />
            {t('large')}
          </Button>
        )}
        {file.url !== null && !isShown && (
          <a href={`${file.url}?download=1`} download={file.name} className="link inline-flex min-h-11 items-center">
            {t('download')}
          </a>
        )}
      </div>
    </div>
  );
}
