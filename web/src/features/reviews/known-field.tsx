// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { SelectField } from '@/components/form/select-field';
import { api, type Schema } from '@/lib/api';
import { jobQuery } from '@/shared/jobs-query';

import type { Judgement } from './judge-form';

type KnownFieldProps = { control: Control<Judgement>; submission: Schema<'Submission'> };

/** Which known issue it is: of those alone that the tester could have read before handing in. */
export function KnownField({ control, submission }: KnownFieldProps) {
  const { t } = useTranslation('reviews');
  const { data: job } = useQuery(jobQuery(submission.job_id));
  const params = { path: { project_id: job?.project_id ?? '' } };
  const { data } = api.useQuery('get', '/projects/{project_id}/known-issues', { params }, { enabled: job !== undefined });
  const issues = data?.items.filter(({ created_at }) => submission.submitted_at !== null && created_at < submission.submitted_at) ?? [];
  return (
    <SelectField
      control={control}
      name="known_issue_id"
      rules={{ required: true }}
      label={t('judge.known')}
      help={t(data && issues.length === 0 ? 'judge.noKnown' : 'judge.knownHelp')}
      options={issues.map(({ id, title }) => ({ value: id, label: title }))}
      blank={t('judge.chooseKnown')}
    />
  );
}
