// SPDX-License-Identifier: Apache-2.0
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import type { Plan } from './plan-model';

const limits = rules.updateJob;

type AboutStepProps = { control: Control<Plan>; projects: readonly Schema<'Project'>[] };

/** What is tested, and what every tester should know about it. */
export function AboutStep({ control, projects }: AboutStepProps) {
  const { t } = useTranslation('jobs');
  return (
    <div className="flex flex-col gap-6">
      <SelectField
        control={control}
        name="project_id"
        rules={{ required: true }}
        label={t('subject.project')}
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        help={
          <Link to="/projects/new" className="link inline-flex min-h-11 items-center">
            {t('subject.newProject')}
          </Link>
        }
      />
      <TextField control={control} name="title" rules={{ ...limits.title, required: true }} label={t('work.title')} help={t('about.titleHelp')} autoComplete="off" isCounted />
      <TextAreaField control={control} name="brief" rules={{ ...limits.brief, required: true }} label={t('work.brief')} help={t('about.briefHelp')} rows={8} />
    </div>
  );
}
