// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { PageBones } from '@/components/skeleton';
import { api, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { planTemplatesQuery } from '../jobs-query';
import { PlanFrame } from './plan-frame';

const limits = rules.createJob;

type Beginning = { project_id: string; title: string; brief: string; currency: string };

type NewPlanProps = { projects: readonly Schema<'Project'>[]; config: Schema<'SiteConfig'>; projectId: string; templateKey: string };

/** A test plan until it is a draft on the server: what is tested, and in short what for. */
export function NewPlan({ projects, config, projectId, templateKey }: NewPlanProps) {
  const templates = useQuery({ ...planTemplatesQuery(), enabled: templateKey !== '' });
  const template = templates.data?.items.find(({ key }) => key === templateKey);
  if (templateKey !== '' && templates.isPending) return <PageBones />;
  if (templates.isError) return <FailedState error={templates.error} onRetry={() => void templates.refetch()} />;
  return <BeginPlan key={templateKey} projects={projects} config={config} projectId={projectId} template={template ?? null} />;
}

type BeginPlanProps = Omit<NewPlanProps, 'templateKey'> & { template: Schema<'PlanTemplate'> | null };

function BeginPlan({ projects, config, projectId, template }: BeginPlanProps) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const create = api.useMutation('post', '/jobs');
  const only = projects.length === 1 ? (projects[0]?.id ?? '') : '';
  const start: Beginning = { project_id: projectId || only, title: template?.title ?? '', brief: template?.brief ?? '', currency: config.currencies[0] ?? 'usd' };
  const { control, handleSubmit, setError, forget } = useKeptForm<Beginning>(`plan.new.${template?.key ?? ''}`, start);
  const begin = handleSubmit((values) =>
    create.mutate(
      { body: { kind: 'structured', ...values, ...(template && { roles: template.roles }) } },
      {
        onSuccess: async ({ id }) => {
          forget();
          await refresh();
          await navigate(`/jobs/${id}/edit?step=roles`, { replace: true });
        },
        onError: (problem) => showProblem(problem, setError),
      },
    ),
  );
  return (
    <PlanFrame title={t('plan.title')} current="about" done={[]} onGo={() => undefined} summary={null}>
      <Form control={control} onSubmit={begin}>
        <SelectField control={control} name="project_id" rules={{ required: true }} label={t('subject.project')} options={projects.map(({ id, name }) => ({ value: id, label: name }))} blank={t('subject.choose')} />
        <TextField control={control} name="title" rules={limits.title} label={t('work.title')} help={t('about.titleHelp')} autoComplete="off" isCounted />
        <TextAreaField control={control} name="brief" rules={limits.brief} label={t('work.brief')} help={t('about.briefHelp')} rows={8} />
        {config.currencies.length > 1 && (
          <SelectField control={control} name="currency" rules={limits.currency} label={t('terms.currency')} options={config.currencies.map((code) => ({ value: code, label: code.toUpperCase() }))} help={t('about.currencyHelp')} />
        )}
        <SubmitButton pending={create.isPending}>{t('form.saveDraft')}</SubmitButton>
      </Form>
    </PlanFrame>
  );
}
