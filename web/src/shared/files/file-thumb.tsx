// SPDX-License-Identifier: Apache-2.0
import { DocumentTextIcon, FilmIcon, MusicalNoteIcon, PhotoIcon } from '@heroicons/react/24/outline';
import type { Upload } from '@/lib/upload/upload';

import { cx } from '@/lib/cx';
import { clock } from '@/lib/format';

import type { StoredFile } from './file-query';
import { useObjectUrl } from './use-object-url';

const icons = { picture: PhotoIcon, video: FilmIcon, audio: MusicalNoteIcon, document: DocumentTextIcon };

type FileThumbProps = { file: StoredFile | undefined; upload?: Upload | undefined; className?: string };

/** The small picture of a file, in a frame that is there before it. */
export function FileThumb({ file, upload, className }: FileThumbProps) {
  const own = useObjectUrl(upload?.content ?? null);
  const url = file?.thumbnail_url ?? file?.poster_url ?? own;
  const Icon = icons[file?.kind ?? 'picture'];
  return (
    <span className={cx('relative flex flex-none items-center justify-center overflow-hidden rounded-small border border-line bg-well', className)}>
      {url ? (
        <img src={url} alt="" loading="lazy" decoding="async" width={file?.width ?? 480} height={file?.height ?? 360} className="size-full object-contain" />
      ) : (
        <Icon className="size-6 text-soft" />
      )}
      {file && file.duration_ms !== null && <span className="figures absolute end-1 bottom-1 rounded-small bg-ink px-1 text-note text-paper">{clock(file.duration_ms)}</span>}
    </span>
  );
}
