// SPDX-License-Identifier: Apache-2.0
import { PlusIcon } from '@heroicons/react/24/outline';
import { useFieldArray, useFormState, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { codeOf } from '@/components/form/use-field';
import { useOrder } from '@/components/order/use-order';
import { limitsOf, useCodeText } from '@/lib/problem-text';
import { number } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import { StepRow } from './step-row';
import type { Work } from './work-step';

const limits = rules.createJob.steps;

type StepsFieldProps = { control: Control<Work>; isNeeded: boolean };

/** The steps of a test, in order. A step is moved by its handle: dragged, or with the arrow keys. */
export function StepsField({ control, isNeeded }: StepsFieldProps) {
  const { t } = useTranslation('jobs');
  const codeText = useCodeText();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'steps' });
  const { errors } = useFormState({ control, name: 'steps' });
  const code = codeOf(errors.steps?.root ?? (Array.isArray(errors.steps) ? undefined : errors.steps));

  const { list, said, moveTo, startDrag } = useOrder(fields.length, move);
  const add = () => {
    append({ text: '', expected: '' }, { shouldFocus: true, focusName: `steps.${fields.length}.text` });
  };

  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-4">
      <legend className="sr-only">{t('steps.title')}</legend>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lead">{t('steps.title')}</h2>
        <span className="figures text-note text-soft">{t('steps.count', { count: fields.length, figure: number(fields.length), limit: number(limits.maxItems) })}</span>
      </div>
      <p className="text-small text-soft">{t(isNeeded ? 'steps.neededHelp' : 'steps.help')}</p>
      {code && <p className="text-small text-problem">{codeText(code, limitsOf(limits, number))}</p>}
      <ol ref={list} className="flex flex-col">
        {fields.map((field, at) => (
          <StepRow key={field.id} control={control} at={at} count={fields.length} onMove={moveTo} onDrag={startDrag} onRemove={remove} />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Button onClick={add} disabled={fields.length >= limits.maxItems} className="self-start">
        <PlusIcon className="size-5" />
        {t('steps.add')}
      </Button>
    </fieldset>
  );
}
