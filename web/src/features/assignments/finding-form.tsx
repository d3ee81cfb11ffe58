// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { ChoiceField } from '@/components/form/choice-field';
import { FormProblem } from '@/components/form/form-problem';
import { LinesField } from '@/components/form/lines-field';
import { RadioCards } from '@/components/form/radio-cards';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import type { Body, Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

const limits = rules.addFinding;

export type FindingValues = Omit<Body<'addFinding'>, 'attachment_ids' | 'url'> & { url: string };

type FindingFormProps = {
  id: string;
  /** Under this name the text survives a reload. */
  keptAs: string;
  finding: Schema<'Finding'> | null;
  onSave: (values: FindingValues) => Promise<void>;
};

export function FindingForm({ id, keptAs, finding, onSave }: FindingFormProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const { control, handleSubmit, setError, forget } = useKeptForm<FindingValues>(keptAs, valuesOf(finding));
  const save = handleSubmit(async (values) => {
    try {
      await onSave(values);
      forget();
    } catch (problem) {
      showProblem(problem, setError);
    }
  });
  return (
    <form id={id} noValidate onSubmit={save} className="flex flex-col gap-6">
      <FormProblem control={control} />
      <TextField control={control} name="title" rules={limits.title} label={t('finding.title')} help={t('finding.titleHelp')} isCounted autoComplete="off" />
      <SelectField control={control} name="kind" rules={limits.kind} label={t('finding.kind')} options={limits.kind.options.map((value) => ({ value, label: d(`findingKind.${value}`) }))} blank={t('finding.choose')} />
      <RadioCards
        control={control}
        name="severity"
        rules={limits.severity}
        label={t('finding.severity')}
        isStacked
        options={limits.severity.options.map((value) => ({ value, label: d(`severity.${value}`), description: t(`severityMeans.${value}`) }))}
      />
      <TextField control={control} name="url" rules={limits.url} label={t('finding.url')} type="url" inputMode="url" autoComplete="off" placeholder="https://" />
      <LinesField
        control={control}
        name="steps"
        rules={limits.steps}
        label={d('finding.steps')}
        help={t('finding.stepsHelp')}
        words={{ line: (number) => t('finding.step', { number }), remove: (number) => t('finding.removeStep', { number }), add: t('finding.addStep') }}
      />
      <TextAreaField control={control} name="expected" rules={limits.expected} label={d('finding.expected')} rows={2} />
      <TextAreaField control={control} name="actual" rules={limits.actual} label={d('finding.actual')} rows={2} />
      <ChoiceField control={control} name="reproducibility" rules={limits.reproducibility} label={t('finding.often')} options={limits.reproducibility.options.map((value) => ({ value, label: d(`reproducibility.${value}`) }))} />
    </form>
  );
}

function valuesOf(finding: Schema<'Finding'> | null): Partial<FindingValues> {
  if (!finding) return { title: '', url: '', steps: [], expected: '', actual: '' };
  const { title, kind, severity, url, steps, expected, actual, reproducibility } = finding;
  return { title, kind, severity, url: url ?? '', steps, expected, actual, reproducibility };
}
