// SPDX-License-Identifier: Apache-2.0
import { ArrowUpTrayIcon } from '@heroicons/react/24/outline';
import { useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { cx } from '@/lib/cx';

import { useLooseFiles } from './use-loose-files';

type FilePickerProps = {
  onFiles: (files: File[]) => void;
  /** What the dialog of the system offers first; the server decides by the content. */
  accept?: string;
  isSingle?: boolean;
  /** Of the button, for who leads here from elsewhere. */
  id?: string;
  disabled?: boolean;
  /** Other ways to a file, beside the button: capture, record. */
  children?: ReactNode;
};

const TAKEN = 'image/png,image/jpeg,image/webp,image/gif,video/*,audio/*,application/pdf,text/plain,.txt,.log,.csv,.json,.har,.md,.asc';

/** Files by button, by dropping them here, or by pasting. */
export function FilePicker({ onFiles, accept = TAKEN, isSingle = false, id, disabled = false, children }: FilePickerProps) {
  const { t } = useTranslation('files');
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: Iterable<File> | null | undefined) => {
    const list = [...(files ?? [])].slice(0, isSingle ? 1 : undefined);
    if (list.length > 0 && !disabled) onFiles(list);
  };
  useLooseFiles(root, take);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    take(target.files);
    target.value = ''; // the same file can be chosen again
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <div
      ref={root}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cx('flex flex-col gap-2 rounded-large border border-dashed p-4 transition-colors', isOver ? 'border-ink bg-well' : 'border-edge')}
    >
      <div className="flex flex-wrap gap-3">
        <input ref={input} type="file" hidden multiple={!isSingle} accept={accept} onChange={choose} aria-label={t('picker.choose')} />
        <Button id={id} disabled={disabled} onClick={() => input.current?.click()}>
          <ArrowUpTrayIcon className="size-5" />
          {t('picker.choose')}
        </Button>
        {children}
      </div>
      <p className="text-small text-soft">
        {t('picker.drop')} {accept === TAKEN && t('picker.takes')}
      </p>
    </div>
  );
}
