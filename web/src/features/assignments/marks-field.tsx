// SPDX-License-Identifier: Apache-2.0
import { PlusIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { NumberField } from '@/components/form/number-field';
import { TextField } from '@/components/form/text-field';

import type { WorkForm } from './draft';
import { least, MARKS_MAX, reportRules } from './report-rules';
import { usePlace } from './use-place';

type MarksFieldProps = { control: Control<WorkForm> };

/** Moments of the session: the minute and what was seen then. */
export function MarksField({ control }: MarksFieldProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const id = usePlace(control, 'report.marks', d('report.marks'));
  const { fields, append, remove } = useFieldArray({ control, name: 'report.marks' });
  const add = () => append({ minute: fields.at(-1)?.minute ?? 0, note: '' }, { shouldFocus: true, focusName: `report.marks.${fields.length}.note` });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-strong">{d('report.marks')}</legend>
      <p className="text-small text-soft">{t('session.marksHelp', { count: least.marks })}</p>
      <ol className="flex flex-col">
        {fields.map((mark, at) => (
          <li key={mark.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line py-3">
            <NumberField control={control} name={`report.marks.${at}.minute`} rules={{ ...reportRules.minute, required: true }} label={t('session.minute')} />
            <div className="min-w-0 grow basis-64">
              <TextField control={control} name={`report.marks.${at}.note`} rules={{ ...reportRules.markNote, required: true }} label={t('session.seen')} autoComplete="off" />
            </div>
            <IconButton label={t('session.removeMark', { number: at + 1 })} icon={<XMarkIcon className="size-5" />} onClick={() => remove(at)} className="mt-7" />
          </li>
        ))}
      </ol>
      <Button id={id} onClick={add} disabled={fields.length >= MARKS_MAX} className="self-start">
        <PlusIcon className="size-5" />
        {t('session.addMark')}
      </Button>
    </fieldset>
  );
}
