// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useForm, type UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { ChoiceChips } from '@/components/form/choice-chips';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import type { Body } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

export type ProjectValues = Body<'createProject'>;

type ProjectFormProps = {
  values: Partial<ProjectValues>;
  pending: boolean;
  submit: ReactNode;
  onSubmit: (values: ProjectValues, setError: UseFormSetError<ProjectValues>) => void;
};

/** What is tested: the same fields for a new project and for one that changes. */
export function ProjectForm({ values, pending, submit, onSubmit }: ProjectFormProps) {
  const { t } = useTranslation('projects');
  const { t: d } = useTranslation('domain');
  const { control, handleSubmit, setError } = useForm<ProjectValues>({ mode: 'onTouched', defaultValues: values });
  const platforms = rules.createProject.platforms.items.options.map((value) => ({ value, label: d(`platform.${value}`) }));
  return (
    <Form control={control} onSubmit={handleSubmit((body) => onSubmit(body, setError))}>
      <TextField control={control} name="name" rules={rules.createProject.name} label={t('form.name')} autoComplete="off" />
      <TextField control={control} name="url" rules={rules.createProject.url} label={t('form.url')} type="url" inputMode="url" autoCapitalize="none" spellCheck={false} help={t('form.urlHelp')} />
      <ChoiceChips control={control} name="platforms" rules={rules.createProject.platforms} label={t('form.platforms')} options={platforms} help={t('form.platformsHelp')} />
      <TextAreaField control={control} name="description" rules={rules.createProject.description} label={t('form.description')} help={t('form.descriptionHelp')} />
      <TextField control={control} name="category" rules={rules.createProject.category} label={t('form.category')} help={t('form.categoryHelp')} />
      <SubmitButton pending={pending}>{submit}</SubmitButton>
    </Form>
  );
}
