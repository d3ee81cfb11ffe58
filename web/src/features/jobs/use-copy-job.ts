// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { useRefresh } from '@/shared/use-refresh';

/** The same job once more, as a draft: its words, roles and terms, without what happened to it. */
export function useCopyJob(): (jobId: string) => void {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const copy = api.useMutation('post', '/jobs/{job_id}/copy', {
    onSuccess: async ({ id }) => {
      await refresh();
      await navigate(`/jobs/${id}/edit`);
      toast('done', t('menu.copied'));
    },
    onError: (problem) => toast('problem', problemText(toProblem(problem))),
  });
  return (jobId) => {
    if (!copy.isPending) copy.mutate({ params: { path: { job_id: jobId } }, body: {} });
  };
}
