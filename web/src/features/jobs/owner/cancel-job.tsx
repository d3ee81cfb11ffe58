// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { money } from '@/lib/format';
import type { SimpleJob } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

type CancelJobProps = { job: SimpleJob; underWay: number; isUnpaid: boolean; isOpen: boolean; onClose: () => void };

/** Says with the figures what cancelling does, then does it. */
export function CancelJob({ job, underWay, isUnpaid, isOpen, onClose }: CancelJobProps) {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const refresh = useRefresh();
  const backMinor = isUnpaid ? 0 : job.seats_left * (job.reward_minor + job.fee_minor);
  const amount = money(backMinor, job.currency);
  const cancel = api.useMutation('post', '/jobs/{job_id}/cancel', {
    onSuccess: async () => {
      await refresh();
      onClose();
      if (!isUnpaid) toast('done', t(underWay > 0 ? 'cancel.stopped' : 'cancel.done', { amount }));
    },
  });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('cancel.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel.keep')}</Button>
          <Button kind="danger" pending={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { job_id: job.id } } })}>
            {backMinor > 0 ? t('cancel.submitFigure', { amount }) : t('cancel.submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {isUnpaid ? (
          <p>{t('cancel.pending')}</p>
        ) : (
          <>
            <p>{t('cancel.free', { count: job.seats_left, amount })}</p>
            <p>{t('cancel.underWay', { count: underWay })}</p>
          </>
        )}
        {cancel.isError && <FailedState error={cancel.error} />}
      </div>
    </Modal>
  );
}
