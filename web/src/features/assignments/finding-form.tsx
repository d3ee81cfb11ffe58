// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { ChoiceField } from '@/components/form/choice-field';
import { FormProblem } from '@/components/form/form-problem';
import { LinesField } from '@/components/form/lines-field';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import type { Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { FindingAttachments } from './finding-attachments';
import { FindingMore } from './finding-more';
import { FindingSeverity } from './finding-severity';
import { valuesOf, type FindingValues } from './finding-values';
import { SimilarFindings } from './similar-findings';

const limits = rules.addFinding;

type FindingFormProps = {
  id: string;
  /** Under this name the text survives a reload. */
  keptAs: string;
  finding: Schema<'Finding'> | null;
  submission: Pick<Schema<'Submission'>, 'id' | 'environment'>;
  onSave: (values: FindingValues) => Promise<void>;
};

/** What every finding needs, then what shows it, then what helps where it is known. */
export function FindingForm({ id, keptAs, finding, submission, onSave }: FindingFormProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const form = useKeptForm<FindingValues>(keptAs, valuesOf(finding, submission.environment));
  const { control, handleSubmit, setError, forget } = form;
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
      <SimilarFindings control={control} submissionId={submission.id} findingId={finding?.id} />
      <SelectField control={control} name="kind" rules={limits.kind} label={t('finding.kind')} options={limits.kind.options.map((value) => ({ value, label: d(`findingKind.${value}`) }))} blank={t('finding.choose')} />
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
      <FindingSeverity form={form} />
      <ChoiceField control={control} name="reproducibility" rules={limits.reproducibility} label={t('finding.often')} options={limits.reproducibility.options.map((value) => ({ value, label: d(`reproducibility.${value}`) }))} />
      <FindingAttachments control={control} />
      <FindingMore control={control} />
    </form>
  );
}
