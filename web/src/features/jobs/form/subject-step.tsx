// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import type { Schema } from '@/lib/api';

import { templatesQuery } from '../jobs-query';
import { TemplateChoice } from './template-choice';

export type Subject = { project_id: string; template: string };

const needed = { required: true } as const;

type SubjectStepProps = {
  projects: readonly Schema<'Project'>[];
  subject: Subject;
  /** A draft that exists has its text already: no template is offered then. */
  isNew: boolean;
  currency: string;
  pending: boolean;
  onDone: (subject: Subject) => void;
};

/** What is tested, and what the text begins with. */
export function SubjectStep({ projects, subject, isNew, currency, pending, onDone }: SubjectStepProps) {
  const { t } = useTranslation('jobs');
  const { control, handleSubmit } = useForm<Subject>({ defaultValues: subject });
  const { data: templates, error, isPending, refetch } = useQuery({ ...templatesQuery(), enabled: isNew });
  return (
    <Form control={control} onSubmit={handleSubmit(onDone)}>
      <SelectField
        control={control}
        name="project_id"
        rules={needed}
        label={t('subject.project')}
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        blank={t('subject.choose')}
        help={
          <Link to="/projects/new?then=job" className="link inline-flex min-h-11 items-center">
            {t('subject.newProject')}
          </Link>
        }
      />
      {isNew && templates && <TemplateChoice control={control} templates={templates.items} currency={currency} />}
      {isNew && !templates && !isPending && <FailedState error={error} onRetry={() => void refetch()} />}
      <SubmitButton pending={pending}>{t('form.next')}</SubmitButton>
    </Form>
  );
}
