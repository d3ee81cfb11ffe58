// SPDX-License-Identifier: Apache-2.0
import { LinkIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useFieldArray, useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { usePlace } from '@/components/form/use-place';
import { StateMark } from '@/components/state-mark';
import { anyOf } from '@/lib/format';
import { CaptureScreenshot } from '@/shared/capture/capture-screenshot';
import { RecordScreen } from '@/shared/capture/record-screen';
import { FilePicker } from '@/shared/files/file-picker';
import { useRefused, type StoredFile } from '@/shared/files/file-query';
import { FileViewer } from '@/shared/files/file-viewer';
import { RowsOutside } from '@/shared/files/rows-outside';
import { useAttach } from '@/shared/files/use-attach';

import { EvidenceEntry } from './evidence-entry';
import { EVIDENCE_MAX, fileRow, linkRow, type EvidenceRow } from './evidence-rows';
import { listOf, valueAt } from './json';
import { evidenceWanted, listWithEvidence, type Wanted } from './rules';
import type { ServiceType } from './types-query';
import { useFormWords } from './use-words';

type EvidenceFormProps<T extends FieldValues> = {
  control: Control<T>;
  /** Of the list of EvidenceRow in the form's values. */
  name: FieldPath<T>;
  /** Of the report beside it, which says what is wanted. */
  reportName: FieldPath<T>;
  type: ServiceType;
};

/** Files and links that show what the report says: what is still wanted, and what is there. */
export function EvidenceForm<T extends FieldValues>({ control: typed, name: path, reportName, type }: EvidenceFormProps<T>) {
  // The fields inside are only known at run time, so their names are any text.
  const control = typed as unknown as Control<Record<string, EvidenceRow[]>>;
  const name: string = path;
  const { t } = useTranslation('types');
  const words = useFormWords(type.key);
  const id = usePlace(control, name, t('evidence.title'));
  const { fields, append, remove } = useFieldArray({ control, name });
  const report: unknown = useWatch({ control, name: reportName });
  const rows: readonly EvidenceRow[] = useWatch({ control, name }) ?? [];
  const [aim, setAim] = useState<Wanted | null>(null);
  const [shown, setShown] = useState<StoredFile | null>(null);

  const list = listWithEvidence(type);
  const entryText = (number: number) => t('evidence.entry', { list: words.label(list ?? ''), number });
  const wantText = ({ kinds, number }: Wanted) => {
    const names = anyOf(kinds.map((kind) => words.value('evidence', kind)));
    return number === null ? t('evidence.wantedOnce', { kinds: names }) : t('evidence.wantedFor', { kinds: names, entry: entryText(number) });
  };
  const attach = (fileId: string, mediaType: string) => {
    if (rows.some((row) => row.file_id === fileId)) return;
    append(fileRow(fileId, mediaType, aim), { shouldFocus: false });
    setAim(null);
  };
  const { add, pending } = useAttach((fileId, { content }) => attach(fileId, content?.type ?? ''));
  const { refused, dismiss } = useRefused(
    rows.flatMap(({ file_id }) => file_id || []),
    (gone) => remove(rows.flatMap(({ file_id }, at) => (gone.includes(file_id) ? [at] : []))),
  );
  const addLink = () => {
    append(linkRow(aim), { shouldFocus: true, focusName: `${name}.${fields.length}.url` });
    setAim(null);
  };
  const aimAt = (want: Wanted) => {
    setAim(want);
    document.getElementById(id)?.focus();
  };
  const isFull = fields.length + pending.length >= EVIDENCE_MAX;

  return (
    <div className="flex flex-col gap-4">
      <p className="text-small text-soft">{t('evidence.help')}</p>
      <WantedList wanted={evidenceWanted(type, report, rows)} textOf={wantText} onChoose={aimAt} />
      <ol className="flex flex-col empty:hidden">
        {fields.map((row, at) => (
          <li key={row.id} className="border-t border-line py-4">
            <EvidenceEntry
              control={control}
              name={`${name}.${at}`}
              row={rows[at]}
              type={type.key}
              entries={list ? { count: listOf(valueAt(report, list)).length, textOf: entryText } : null}
              number={at + 1}
              onRemove={() => remove(at)}
              onOpen={setShown}
            />
          </li>
        ))}
      </ol>
      <RowsOutside pending={pending} refused={refused} onDismiss={dismiss} />
      {aim && (
        <p role="status" className="flex items-center gap-2 font-strong">
          <StateMark state="yours" />
          {wantText(aim)}
        </p>
      )}
      <FilePicker id={id} onFiles={add} disabled={isFull}>
        <CaptureScreenshot onFile={(file) => add([file])} disabled={isFull} />
        <RecordScreen onRecorded={(fileId) => attach(fileId, 'video/')} disabled={isFull} />
        <Button kind="quiet" onClick={addLink} disabled={isFull}>
          <LinkIcon className="size-5" />
          {t('evidence.add')}
        </Button>
      </FilePicker>
      {shown && <FileViewer files={[shown]} startAt={shown.id} onClose={() => setShown(null)} />}
    </div>
  );
}

type WantedListProps = { wanted: readonly Wanted[]; textOf: (want: Wanted) => string; onChoose: (want: Wanted) => void };

function WantedList({ wanted, textOf, onChoose }: WantedListProps) {
  const { t } = useTranslation('types');
  if (wanted.length === 0) return null;
  return (
    <ul aria-label={t('evidence.wanted')} className="flex flex-col">
      {wanted.map((want) => (
        <li key={`${want.list}${want.number}${want.kinds.join()}`} className="flex items-center gap-2 text-small">
          <StateMark state="yours" />
          <button type="button" className="link min-h-11 text-start" onClick={() => onChoose(want)}>
            {textOf(want)}
          </button>
        </li>
      ))}
    </ul>
  );
}
