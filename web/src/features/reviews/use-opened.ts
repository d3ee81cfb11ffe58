// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api, type Schema } from '@/lib/api';
import { submissionQuery } from '@/shared/reviews-query';

/** Tells the server, and so the tester, that the builder has looked at a submission. Once is enough. */
export function useOpened({ id, state, opened_at }: Schema<'Submission'>): void {
  const queryClient = useQueryClient();
  const { mutate } = api.useMutation('post', '/submissions/{submission_id}/open', {
    onSuccess: (submission) => queryClient.setQueryData(submissionQuery(submission.id).queryKey, submission),
  });
  const isFirst = state === 'submitted' && opened_at === null;
  useEffect(() => {
    if (isFirst) mutate({ params: { path: { submission_id: id } } });
  }, [isFirst, id, mutate]);
}
