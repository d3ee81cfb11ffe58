// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { isAbsent, toProblem } from '@/lib/problem';
import type { Upload } from '@/lib/upload/upload';

import { FileProgress } from './file-progress';
import { useFile, type StoredFile } from './file-query';
import { FileStatus } from './file-status';
import { FileThumb } from './file-thumb';

type FileRowProps = {
  fileId: string;
  onRemove: () => void;
  /** Shows the file; without it the picture is no button. */
  onOpen?: ((file: StoredFile) => void) | undefined;
  /** Before the picture: the handle of an ordered list. */
  lead?: ReactNode;
  /** Below the name: the fields of what it is attached to. */
  children?: ReactNode;
};

/** A file in a form: its picture, its name, where it is, and the way out. */
export function FileRow({ fileId, onRemove, onOpen, lead, children }: FileRowProps) {
  const { t } = useTranslation('files');
  const { file, upload, error, refetch } = useFile(fileId);
  // A file that is still coming goes with its row; one that is there may be attached elsewhere, too.
  const remove = useMutation({ mutationFn: () => upload?.cancel() ?? Promise.resolve(), onSuccess: onRemove });
  const name = upload?.name ?? file?.name ?? '';
  const thumb = <FileThumb file={file} upload={upload} className="h-16 w-20" />;
  return (
    <RowShell lead={lead} below={children} name={name} removeLabel={t('field.remove', { name })} onRemove={() => remove.mutate()} thumb={file?.state === 'ready' && onOpen ? <ThumbButton name={name} thumb={thumb} onOpen={() => onOpen(file)} /> : thumb}>
      {upload ? <FileProgress upload={upload} /> : file && <FileStatus file={file} />}
      {error && (isAbsent(toProblem(error)) ? <p className="text-small text-soft">{t('state.missing')}</p> : <FailedState error={error} onRetry={() => void refetch()} />)}
    </RowShell>
  );
}

/** A file that the server has no place for yet. */
export function PendingRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation('files');
  return (
    <RowShell name={upload.name} removeLabel={t('field.remove', { name: upload.name })} onRemove={() => void upload.cancel()} thumb={<FileThumb file={undefined} upload={upload} className="h-16 w-20" />}>
      <FileProgress upload={upload} />
    </RowShell>
  );
}

type RowShellProps = { lead?: ReactNode; below?: ReactNode; thumb: ReactNode; name: string; removeLabel: string; onRemove: () => void; children: ReactNode };

function RowShell({ lead, below, thumb, name, removeLabel, onRemove, children }: RowShellProps) {
  return (
    <div>
      <div className="flex items-start gap-3">
        {lead}
        {thumb}
        <div className="flex min-w-0 grow flex-col gap-1">
          <p dir="auto" className="font-strong break-words">
            {name}
          </p>
          {children}
        </div>
        <IconButton label={removeLabel} icon={<XMarkIcon className="size-5" />} onClick={onRemove} />
      </div>
      {below && <div className="mt-3 md:ps-23">{below}</div>}
    </div>
  );
}

function ThumbButton({ name, thumb, onOpen }: { name: string; thumb: ReactNode; onOpen: () => void }) {
  const { t } = useTranslation('files');
  return (
    <button type="button" onClick={onOpen} className="flex-none rounded-small hover:outline-2 hover:outline-edge">
      <span className="sr-only">{t('open', { name })}</span>
      {thumb}
    </button>
  );
}
