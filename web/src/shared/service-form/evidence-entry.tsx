// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFile, type StoredFile } from '@/shared/files/file-query';
import { FileRow } from '@/shared/files/file-row';

import { evidenceKinds, kindsFor, type EvidenceRow } from './evidence-rows';
import { textOf } from './json';
import { capital, useFormWords } from './use-words';

type EvidenceEntryProps = {
  control: Control<Record<string, EvidenceRow[]>>;
  /** "evidence.3" */
  name: string;
  row: EvidenceRow | undefined;
  type: string;
  /** The entries that it can be about; null where all evidence is for the whole. */
  entries: { count: number; textOf: (number: number) => string } | null;
  number: number;
  onRemove: () => void;
  onOpen: (file: StoredFile) => void;
};

/** One piece of evidence: what it is, what it is about, and what to look at. */
export function EvidenceEntry(props: EvidenceEntryProps) {
  const { t } = useTranslation('types');
  const { row, number, onRemove, onOpen } = props;
  const fileId = textOf(row?.file_id);
  if (fileId !== '') return <FileEntry {...props} fileId={fileId} onOpen={onOpen} />;
  return (
    <div className="flex items-start gap-3">
      <EntryFields {...props} kinds={evidenceKinds} hasLink />
      <IconButton label={t('evidence.remove', { number })} icon={<XMarkIcon className="size-5" />} onClick={onRemove} />
    </div>
  );
}

function FileEntry(props: EvidenceEntryProps & { fileId: string }) {
  const { fileId, row, onRemove, onOpen } = props;
  const { file, upload } = useFile(fileId);
  const possible = kindsFor(file, upload?.content?.type ?? '');
  // Until the server knows what it is, what was said of it stays possible.
  const kinds = row && !possible.includes(row.kind) ? [...possible, row.kind] : possible;
  return (
    <FileRow fileId={fileId} onRemove={onRemove} onOpen={onOpen}>
      <EntryFields {...props} kinds={file || upload ? kinds : evidenceKinds} />
    </FileRow>
  );
}

function EntryFields({ control, name, row, type, entries, kinds, hasLink = false }: EvidenceEntryProps & { kinds: readonly string[]; hasLink?: boolean }) {
  const { t } = useTranslation('types');
  const words = useFormWords(type);
  return (
    <div className="grid min-w-0 grow gap-x-6 gap-y-4 md:grid-cols-2">
      {kinds.length > 1 && <SelectField control={control} name={`${name}.kind`} rules={{ required: true }} label={t('evidence.kind')} options={kinds.map((kind) => ({ value: kind, label: capital(words.value('evidence', kind)) }))} />}
      {entries && <SelectField control={control} name={`${name}.about`} label={t('evidence.about')} blank={t('evidence.whole')} options={aboutOptions(entries.count, row).map((number) => ({ value: number, label: entries.textOf(Number(number)) }))} />}
      {hasLink && (
        <div className="md:col-span-2">
          <TextField control={control} name={`${name}.url`} rules={{ required: true, format: 'uri', maxLength: 2000 }} label={t('evidence.url')} type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        </div>
      )}
      <div className="md:col-span-2">
        <TextField control={control} name={`${name}.note`} rules={{ maxLength: 500 }} label={t('evidence.note')} autoComplete="off" />
      </div>
    </div>
  );
}

/** The numbers of all entries, and one that is no longer there, so that nothing is changed unseen. */
function aboutOptions(count: number, row: EvidenceRow | undefined): string[] {
  const numbers = Array.from({ length: count }, (_, at) => String(at + 1));
  const own = textOf(row?.about);
  return own === '' || numbers.includes(own) ? numbers : [...numbers, own];
}
