// SPDX-License-Identifier: Apache-2.0
import { PlusIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useFieldArray, useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { usePlace } from '@/components/form/use-place';
import { StateMark } from '@/components/state-mark';
import { anyOf } from '@/lib/format';

import { listOf, textOf, valueAt } from './json';
import { evidenceWanted, listWithEvidence, type Evidence, type Wanted } from './rules';
import type { ServiceType } from './types-query';
import { capital, useFormWords } from './use-words';

export const evidenceKinds = ['screenshot', 'recording', 'trace', 'log', 'receipt', 'output'] as const;
export const EVIDENCE_MAX = 100;

/** A link as a form holds it. */
export type EvidenceRow = { kind: string; url: string; about: string; note: string };

export const evidenceValues = (stored: readonly Evidence[]): EvidenceRow[] => stored.map(({ kind, url, about, note }) => ({ kind, url, about: about ?? '', note: note ?? '' }));

function sentPiece({ kind, url, about, note }: EvidenceRow): Evidence {
  return { kind, url: url.trim(), ...(about.trim() && { about: about.trim() }), ...(note.trim() && { note: note.trim() }) };
}

/** What is sent: whole links, without empty members. */
export const evidenceBody = (rows: readonly EvidenceRow[]): Evidence[] => rows.filter(({ url }) => URL.canParse(url.trim())).map(sentPiece);

type EvidenceFormProps<T extends FieldValues> = {
  control: Control<T>;
  /** Of the list of EvidenceRow in the form's values. */
  name: FieldPath<T>;
  /** Of the report beside it, which says what is wanted. */
  reportName: FieldPath<T>;
  type: ServiceType;
};

/** Links that show what the report says: what is still wanted, and what is there. */
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
  const list = listWithEvidence(type);
  const entries = list ? listOf(valueAt(report, list)) : [];
  const wanted = evidenceWanted(type, report, rows);

  const kindText = (kind: string) => words.value('evidence', kind);
  const entryText = (number: number) => t('evidence.entry', { list: words.label(list ?? ''), number });
  const add = (want?: Wanted) => append({ kind: want?.kinds[0] ?? 'screenshot', url: '', about: want?.number ? String(want.number) : '', note: '' }, { shouldFocus: true, focusName: `${name}.${fields.length}.url` });

  return (
    <div className="flex flex-col gap-3">
      <p className="text-small text-soft">{t('evidence.help')}</p>
      {wanted.length > 0 && (
        <ul aria-label={t('evidence.wanted')} className="flex flex-col">
          {wanted.map((want) => (
            <li key={`${want.list}${want.number}${want.kinds.join()}`} className="flex items-center gap-2 text-small">
              <StateMark state="yours" />
              <button type="button" className="link min-h-11 text-start" onClick={() => add(want)}>
                {want.number === null
                  ? t('evidence.wantedOnce', { kinds: anyOf(want.kinds.map(kindText)) })
                  : t('evidence.wantedFor', { kinds: anyOf(want.kinds.map(kindText)), entry: entryText(want.number) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ol className="flex flex-col">
        {fields.map((row, at) => (
          <li key={row.id} className="flex items-start gap-3 border-t border-line py-4">
            <div className="grid min-w-0 grow gap-x-6 gap-y-4 md:grid-cols-2">
              <SelectField control={control} name={`${name}.${at}.kind`} rules={{ required: true }} label={t('evidence.kind')} options={evidenceKinds.map((kind) => ({ value: kind, label: capital(kindText(kind)) }))} />
              {list ? (
                <SelectField control={control} name={`${name}.${at}.about`} label={t('evidence.about')} blank={t('evidence.whole')} options={aboutOptions(entries.length, rows[at]).map((number) => ({ value: number, label: entryText(Number(number)) }))} />
              ) : null}
              <div className="md:col-span-2">
                <TextField control={control} name={`${name}.${at}.url`} rules={{ required: true, format: 'uri', maxLength: 2000 }} label={t('evidence.url')} type="url" inputMode="url" autoComplete="off" placeholder="https://" />
              </div>
              <div className="md:col-span-2">
                <TextField control={control} name={`${name}.${at}.note`} rules={{ maxLength: 500 }} label={t('evidence.note')} autoComplete="off" />
              </div>
            </div>
            <IconButton label={t('evidence.remove', { number: at + 1 })} icon={<XMarkIcon className="size-5" />} onClick={() => remove(at)} />
          </li>
        ))}
      </ol>
      <Button id={id} onClick={() => add()} disabled={fields.length >= EVIDENCE_MAX} className="self-start">
        <PlusIcon className="size-5" />
        {t('evidence.add')}
      </Button>
    </div>
  );
}

/** The numbers of all entries, and one that is no longer there, so that nothing is changed unseen. */
function aboutOptions(count: number, row: EvidenceRow | undefined): string[] {
  const numbers = Array.from({ length: count }, (_, at) => String(at + 1));
  const own = textOf(row?.about);
  return own === '' || numbers.includes(own) ? numbers : [...numbers, own];
}
