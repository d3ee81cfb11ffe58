// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from 'react-router';

import { api } from '@/lib/api';
import { leaveFor } from '@/lib/leave';
import { useRefresh } from '@/shared/use-refresh';

/**
 * Publishes a draft and goes to pay. When the payment page is not made yet, the job's own page waits
 * for it.
 */
export function usePublish(jobId: string) {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const publish = api.useMutation('post', '/jobs/{job_id}/publish', {
    onSuccess: async ({ payment }) => {
      if (payment?.checkout_url) {
        leaveFor(payment.checkout_url);
        return;
      }
      await refresh();
      await navigate(`/jobs/${jobId}`);
    },
  });
  return { ...publish, start: () => publish.mutate({ params: { path: { job_id: jobId } } }) };
}
