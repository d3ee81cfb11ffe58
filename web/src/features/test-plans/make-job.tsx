// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Modal } from '@/components/modal';
import { RowBones } from '@/components/skeleton';
import { api, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { projectsQuery } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

type MakeJobProps = {
  planId: string;
  name: string;
  /** Saves what is being typed; false when that did not work. */
  flush: () => Promise<boolean>;
  isDisabled: boolean;
};

/** The way from a plan to a draft of a job: for which project, under which title. */
export function MakeJob({ planId, name, flush, isDisabled }: MakeJobProps) {
  const { t } = useTranslation('plans');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind="primary" disabled={isDisabled} onClick={() => setIsOpen(true)} className="md:w-full">
        {t('make.open')}
      </Button>
      <Modal isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('make.title')}>
        <p className="mb-6 text-soft">{t('make.what')}</p>
        <ProjectChoice planId={planId} name={name} flush={flush} />
      </Modal>
    </>
  );
}

function ProjectChoice(props: Omit<MakeJobProps, 'isDisabled'>) {
  const { t } = useTranslation('plans');
  const { data: projects, error, isPending, refetch } = useQuery(projectsQuery());
  if (isPending) return <RowBones count={2} />;
  if (!projects) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (projects.items.length > 0) return <MakeJobForm {...props} projects={projects.items} />;
  return (
    <EmptyState drawing="signpost" title={t('make.noProject')} action={<LinkButton to="/projects/new">{t('make.newProject')}</LinkButton>}>
      {t('make.noProjectWhy')}
    </EmptyState>
  );
}

type MakeJobFormProps = Omit<MakeJobProps, 'isDisabled'> & { projects: readonly Schema<'Project'>[] };

function MakeJobForm({ planId, name, flush, projects }: MakeJobFormProps) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const only = projects.length === 1 ? projects[0]?.id : undefined;
  const { control, handleSubmit, setError, formState } = useForm<{ project_id: string; title: string }>({ defaultValues: { project_id: only ?? '', title: name } });
  const make = api.useMutation('post', '/test-plans/{plan_id}/job', {
    onSuccess: async ({ id }) => {
      await refresh();
      await navigate(`/jobs/${id}/edit?step=roles`);
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const submit = handleSubmit(async (body) => {
    if (await flush()) make.mutate({ params: { path: { plan_id: planId } }, body });
    else setError('root', { type: 'no-connection', message: '' });
  });
  return (
    <Form control={control} onSubmit={submit}>
      <SelectField control={control} name="project_id" rules={rules.planJob.project_id} label={t('make.project')} options={projects.map(({ id, name: label }) => ({ value: id, label }))} blank={t('make.choose')} />
      <TextField control={control} name="title" rules={{ ...rules.planJob.title, required: true }} label={t('make.jobTitle')} autoComplete="off" isCounted />
      <SubmitButton pending={make.isPending || formState.isSubmitting}>{t('make.submit')}</SubmitButton>
    </Form>
  );
}
