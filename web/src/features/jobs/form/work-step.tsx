// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useWatch, type UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { ChoiceChips } from '@/components/form/choice-chips';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { WordsField } from '@/components/form/words-field';
import type { Body } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { rules } from '@/lib/rules.gen';

import { StepsField } from './steps-field';

/** The part of a job that says what to test; "steps" and "requirements" are always there in the form. */
export type Work = Pick<Body<'createJob'>, 'title' | 'brief' | 'service_type' | 'steps' | 'requirements'>;

const limits = rules.createJob;

type WorkStepProps = {
  /** Under this name the text is kept until it is saved. */
  keptAs: string;
  work: Partial<Work>;
  pending: boolean;
  submit: string;
  onDone: (work: Work, forms: { setError: UseFormSetError<Work>; forget: () => void }) => void;
};

/** What to test: the words, the steps, and what the tester should have. */
export function WorkStep({ keptAs, work, pending, submit, onDone }: WorkStepProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const { control, handleSubmit, setError, forget } = useKeptForm<Work>(keptAs, work);
  const serviceType = useWatch({ control, name: 'service_type' });
  const { data: config } = useQuery(configQuery());
  const types = limits.service_type.options.filter((value) => config?.service_types.includes(value)).map((value) => ({ value, label: d(`serviceType.${value}`) }));
  const platforms = limits.requirements.fields.platforms.items.options.map((value) => ({ value, label: d(`platform.${value}`) }));
  const done = handleSubmit((values) => onDone(values, { setError, forget }));
  return (
    <Form control={control} onSubmit={done}>
      <TextField control={control} name="title" rules={limits.title} label={t('work.title')} help={t('work.titleHelp')} autoComplete="off" isCounted />
      <SelectField control={control} name="service_type" rules={{ ...limits.service_type, required: true }} label={t('work.typeLabel')} options={types} blank={t('work.typeChoose')} help={serviceType && d(`serviceWhat.${serviceType}`)} />
      <TextAreaField control={control} name="brief" rules={limits.brief} label={t('work.brief')} help={t('work.briefHelp')} rows={7} />
      <StepsField control={control} isNeeded={serviceType === 'functional_scripted'} />
      <fieldset className="flex flex-col gap-6 border-t border-line pt-4">
        <legend className="sr-only">{t('work.needs')}</legend>
        <h2 className="text-lead">{t('work.needs')}</h2>
        <ChoiceChips control={control} name="requirements.platforms" rules={limits.requirements.fields.platforms} label={t('work.platforms')} options={platforms} help={t('work.platformsHelp')} />
        <WordsField control={control} name="requirements.devices" rules={limits.requirements.fields.devices} label={t('work.devices')} help={t('work.devicesHelp')} />
        <WordsField control={control} name="requirements.browsers" rules={limits.requirements.fields.browsers} label={t('work.browsers')} help={t('work.wordsHelp')} />
        <WordsField control={control} name="requirements.locales" rules={limits.requirements.fields.locales} label={t('work.locales')} help={t('work.wordsHelp')} />
        <TextAreaField control={control} name="requirements.notes" rules={limits.requirements.fields.notes} label={t('work.notes')} rows={3} />
      </fieldset>
      <SubmitButton pending={pending}>{submit}</SubmitButton>
    </Form>
  );
}
