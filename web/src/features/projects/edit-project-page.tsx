// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { api, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { useRefresh } from '@/shared/use-refresh';

import { ProjectForm } from './project-form';
import { projectQuery } from './projects-query';

export function EditProjectPage() {
  const { projectId = '' } = useParams();
  const query = useQuery(projectQuery(projectId));
  return <QueryView query={query}>{(project) => <EditProject project={project} />}</QueryView>;
}

function EditProject({ project }: { project: Schema<'Project'> }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const update = api.useMutation('patch', '/projects/{project_id}');
  const { name, url, platforms, description, category } = project;
  return (
    <Page title={t('edit.title')} lead={<span dir="auto">{name}</span>} width="form">
      <ProjectForm
        values={{ name, url: url ?? '', platforms, description, category: category ?? '' }}
        pending={update.isPending}
        submit={t('edit.submit')}
        onSubmit={(body, setError) =>
          update.mutate(
            { params: { path: { project_id: project.id } }, body },
            {
              onSuccess: async () => {
                await refresh();
                await navigate(`/projects/${project.id}`);
              },
              onError: (problem) => showProblem(problem, setError),
            },
          )
        }
      />
    </Page>
  );
}
