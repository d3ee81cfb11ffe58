// SPDX-License-Identifier: Apache-2.0
import { PlusIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';

import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { Card } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { RowBones } from '@/components/skeleton';
import { api, type Body, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { knownIssuesQuery, projectQuery } from './findings-query';
import { KnownIssueRow } from './known-issue-row';

const limits = rules.addKnownIssue;

/** What the builder knows already: testers see it, and are not paid for finding it again. */
export function KnownIssuesPage() {
  const { projectId = '' } = useParams();
  const query = useQuery(projectQuery(projectId));
  return <QueryView query={query}>{(project) => <ProjectIssues project={project} />}</QueryView>;
}

function ProjectIssues({ project }: { project: Schema<'Project'> }) {
  const { t } = useTranslation('findings');
  const [isAdding, setIsAdding] = useState(false);
  const lead = (
    <>
      <Link to={`/projects/${project.id}`} className="link" dir="auto">
        {project.name}
      </Link>
      <p className="mt-2">{t('known.lead')}</p>
    </>
  );
  const add = (
    <Button kind="primary" onClick={() => setIsAdding(true)}>
      <PlusIcon className="size-5" />
      {t('known.add')}
    </Button>
  );
  return (
    <Page title={t('known.title')} lead={lead} width="reading" action={!isAdding && add}>
      {isAdding && (
        <Card className="mb-8">
          <IssueForm projectId={project.id} onDone={() => setIsAdding(false)} />
        </Card>
      )}
      <Issues projectId={project.id} />
    </Page>
  );
}

function Issues({ projectId }: { projectId: string }) {
  const { t } = useTranslation('findings');
  const { data, error, isPending, refetch } = useQuery(knownIssuesQuery(projectId));
  if (isPending) return <RowBones count={3} />;
  if (!data) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState drawing="tray" title={t('known.none')}>
        {t('known.noneWhy')}
      </EmptyState>
    );
  }
  return (
    <ul>
      {data.items.map((issue) => (
        <KnownIssueRow key={issue.id} issue={issue} />
      ))}
    </ul>
  );
}

function IssueForm({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const { t } = useTranslation('findings');
  const refresh = useRefresh();
  const { control, handleSubmit, setError } = useForm<Body<'addKnownIssue'>>({ mode: 'onTouched' });
  const add = api.useMutation('post', '/projects/{project_id}/known-issues', {
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const send = handleSubmit(({ title, note, url }) => add.mutate({ params: { path: { project_id: projectId } }, body: { title, ...(note?.trim() && { note }), ...(url?.trim() && { url }) } }));
  return (
    <Form control={control} onSubmit={send}>
      <TextField control={control} name="title" rules={limits.title} label={t('known.issueTitle')} help={t('known.issueTitleHelp')} isCounted autoComplete="off" />
      <TextAreaField control={control} name="note" rules={limits.note} label={t('known.note')} help={t('known.noteHelp')} rows={2} />
      <TextField control={control} name="url" rules={limits.url} label={t('known.url')} type="url" inputMode="url" autoComplete="off" placeholder="https://" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={add.isPending}>{t('known.save')}</SubmitButton>
        <Button kind="quiet" onClick={onDone}>
          {t('known.back')}
        </Button>
      </div>
    </Form>
  );
}
