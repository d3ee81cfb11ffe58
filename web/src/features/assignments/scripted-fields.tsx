// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { ChoiceField } from '@/components/form/choice-field';
import { TextAreaField } from '@/components/form/text-area-field';
import type { Schema } from '@/lib/api';
import { caseVerdicts, stepVerdicts } from '@/shared/report';

import { hasActual, type WorkForm } from './draft';
import { reportRules } from './report-rules';

type ScriptedFieldsProps = { control: Control<WorkForm>; steps: readonly Schema<'Step'>[] };

/** Each step with its verdict, then the verdict on the whole. */
export function ScriptedFields({ control, steps }: ScriptedFieldsProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  return (
    <>
      <ol className="flex flex-col">
        {steps.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the steps of the terms never move
          <StepVerdictRow key={at} control={control} step={step} at={at} />
        ))}
      </ol>
      <div className="border-t border-line pt-5">
        <ChoiceField control={control} name="report.verdict" rules={{ required: true }} label={t('script.case')} options={caseVerdicts.map((value) => ({ value, label: d(`verdict.${value}`) }))} />
      </div>
    </>
  );
}

type StepVerdictRowProps = { control: Control<WorkForm>; step: Schema<'Step'>; at: number };

function StepVerdictRow({ control, step, at }: StepVerdictRowProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const verdict = useWatch({ control, name: `report.steps.${at}.verdict` });
  const isNeeded = verdict === 'fail' || verdict === 'blocked';
  return (
    <li className="flex gap-3 border-t border-line py-5 first:border-0 first:pt-0">
      <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{at + 1}</span>
      <div className="flex min-w-0 grow flex-col gap-3">
        <div>
          <p dir="auto" className="font-strong break-words">
            {step.text}
          </p>
          {step.expected && (
            <p dir="auto" className="text-small break-words text-soft">
              {d('brief.expected', { text: step.expected })}
            </p>
          )}
        </div>
        <ChoiceField
          control={control}
          name={`report.steps.${at}.verdict`}
          rules={{ required: true }}
          label={t('script.verdict', { number: at + 1 })}
          isLabelHidden
          options={stepVerdicts.map((value) => ({ value, label: d(`verdict.${value}`) }))}
        />
        {hasActual(verdict) && (
          <TextAreaField control={control} name={`report.steps.${at}.actual`} rules={{ ...reportRules.actual, required: isNeeded }} label={t(`script.actual.${verdict === 'skipped' ? 'skipped' : 'other'}`)} rows={2} />
        )}
      </div>
    </li>
  );
}
