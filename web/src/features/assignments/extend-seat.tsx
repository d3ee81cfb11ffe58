// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { instant } from '@/lib/format';
import type { Assignment } from '@/shared/assignments-query';
import { useRefresh } from '@/shared/use-refresh';

/** More time for a seat, once, as long as it is not over. */
export function ExtendSeat({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('assignments');
  const toast = useToast();
  const refresh = useRefresh();
  const extend = api.useMutation('post', '/assignments/{assignment_id}/extend', {
    onSuccess: async ({ claim_expires_at }) => {
      await refresh();
      toast('done', t('extend.done', { until: instant(claim_expires_at) }));
    },
  });
  if (!assignment.may_extend) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 text-small">
      <p className="text-soft">{t('extend.what')}</p>
      <Button pending={extend.isPending} onClick={() => extend.mutate({ params: { path: { assignment_id: assignment.id } } })}>
        {t('extend.action')}
      </Button>
      {extend.error && <FailedState error={extend.error} />}
    </div>
  );
}
