// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { OrderHandle } from '@/components/order/order-handle';
import { useOrder } from '@/components/order/use-order';

import { FilePicker } from './file-picker';
import { useRefused, type StoredFile } from './file-query';
import { FileRow } from './file-row';
import { FileViewer } from './file-viewer';
import { RowsOutside } from './rows-outside';
import { useAttach } from './use-attach';

type AttachmentFieldProps = {
  /** Ids of files, in order. */
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  max: number;
  label: string;
  help?: string;
  id?: string;
  accept?: string;
  /** Other ways to a file: capture gives a File to add(), a recording its id to addId(). */
  more?: (add: { add: (files: readonly File[]) => void; addId: (fileId: string) => void }) => ReactNode;
};

/** Files of one thing, in an order that the handles change. */
export function AttachmentField({ ids, onChange, max, label, help, id, accept, more }: AttachmentFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<StoredFile | null>(null);
  // Two files can find their place between two renderings.
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  }, [ids]);
  const change = (next: string[]) => {
    latest.current = next;
    onChange(next);
  };
  const addId = (fileId: string) => {
    if (!latest.current.includes(fileId)) change([...latest.current, fileId]);
  };
  const { add, pending } = useAttach(addId);
  const { refused, dismiss } = useRefused(ids, (gone) => change(latest.current.filter((fileId) => !gone.includes(fileId))));
  const { list, said, moveTo, startDrag } = useOrder(ids.length, (from, to) => change(moved(ids, from, to)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-strong">{label}</legend>
      {help && <p className="text-small text-soft">{help}</p>}
      <ol ref={list} className="flex flex-col empty:hidden">
        {ids.map((fileId, at) => (
          <li key={fileId} data-row className="border-t border-line py-3 first:border-0">
            <FileRow
              fileId={fileId}
              onRemove={() => change(ids.filter((other) => other !== fileId))}
              onOpen={setShown}
              lead={ids.length > 1 && <OrderHandle label={t('order.handle', { list: label, number: at + 1, count: ids.length })} at={at} onMove={moveTo} onDrag={startDrag} className="flex-none" />}
            />
          </li>
        ))}
      </ol>
      <RowsOutside pending={pending} refused={refused} onDismiss={dismiss} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <FilePicker onFiles={(files) => add(files.slice(0, Math.max(0, max - ids.length - pending.length)))} disabled={ids.length + pending.length >= max} {...(id && { id })} {...(accept && { accept })}>
        {/* oxlint-disable-next-line react/refs -- read when a file has come, not while rendering */}
        {more?.({ add, addId })}
      </FilePicker>
      {shown && <FileViewer files={[shown]} startAt={shown.id} onClose={() => setShown(null)} />}
    </fieldset>
  );
}

function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...ids.slice(from, from + 1), ...rest.slice(to)];
}
