// SPDX-License-Identifier: Apache-2.0
import { ArrowDownTrayIcon, ChevronLeftIcon, ChevronRightIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';

import type { ViewableFile } from './file-query';
import { PictureView } from './picture-view';
import { RecordingView } from './recording-view';

type FileViewerProps = { files: readonly ViewableFile[]; /** Id of the file to begin with. */ startAt: string; onClose: () => void };

/** Files in full size, one at a time. Left and right lead to the next ones, Escape back to where one came from. */
export function FileViewer({ files, startAt, onClose }: FileViewerProps) {
  const { t } = useTranslation('files');
  const { t: common } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const shown = files.filter(({ url }) => url !== null);
  const [at, setAt] = useState(() => Math.max(0, shown.findIndex(({ id }) => id === startAt)));
  const file = shown[at];
  useEffect(() => dialog.current?.showModal(), []);

  const step = (by: number) => setAt((now) => Math.min(shown.length - 1, Math.max(0, now + by)));
  const turn = (event: KeyboardEvent) => {
    // A player has the arrows for itself.
    if (event.target instanceof HTMLMediaElement || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') step((event.key === 'ArrowLeft') === (document.dir === 'rtl') ? 1 : -1);
  };
  if (!file) return null;
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose} onKeyDown={turn} className="m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-0 text-ink open:animate-rise">
      <div className="flex h-full flex-col">
        <header className="flex items-center gap-1 border-b border-line py-1 ps-4 pe-1">
          <h2 id={titleId} dir="auto" className="min-w-0 grow truncate font-strong">
            {shown.length > 1 ? t('viewer.title', { number: at + 1, count: shown.length, name: file.name }) : file.name}
          </h2>
          {shown.length > 1 && (
            <>
              <IconButton label={t('viewer.previous')} icon={<ChevronLeftIcon className="size-5 rtl:-scale-x-100" />} disabled={at === 0} onClick={() => step(-1)} />
              <IconButton label={t('viewer.next')} icon={<ChevronRightIcon className="size-5 rtl:-scale-x-100" />} disabled={at === shown.length - 1} onClick={() => step(1)} />
            </>
          )}
          <a href={`${file.url}?download=1`} download={file.name} aria-label={t('download')} title={t('download')} className="inline-flex min-h-11 w-11 items-center justify-center rounded-small hover:bg-well">
            <ArrowDownTrayIcon className="size-5" />
          </a>
          <IconButton label={common('close')} icon={<XMarkIcon className="size-5" />} onClick={() => dialog.current?.close()} />
        </header>
        <FileContent key={file.id} file={file} />
      </div>
    </dialog>
  );
}

function FileContent({ file }: { file: ViewableFile }) {
  const { t } = useTranslation('files');
  if (file.kind === 'picture') return <PictureView file={file} />;
  if (file.kind === 'video' || file.kind === 'audio') return <RecordingView file={file} isLarge />;
  return <p className="p-6 text-soft">{t('viewer.noPreview')}</p>;
}
