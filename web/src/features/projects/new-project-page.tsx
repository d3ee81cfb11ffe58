// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

import { Page } from '@/components/page';
import { api } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { useRefresh } from '@/shared/use-refresh';

import { ProjectForm } from './project-form';

/** The first step of a builder. From the job form it leads back there. */
export function NewProjectPage() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const refresh = useRefresh();
  const create = api.useMutation('post', '/projects');
  const after = (projectId: string) => (search.get('then') === 'job' ? `/jobs/new?project=${projectId}` : `/projects/${projectId}`);
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="form">
      <ProjectForm
        values={{ platforms: ['web'] }}
        pending={create.isPending}
        submit={t('new.submit')}
        onSubmit={(body, setError) =>
          create.mutate(
            { body },
            {
              onSuccess: async ({ id }) => {
                await refresh();
                await navigate(after(id));
              },
              onError: (problem) => showProblem(problem, setError),
            },
          )
        }
      />
    </Page>
  );
}
