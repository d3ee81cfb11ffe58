// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import type { Job } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

type EndPlanProps = {
  job: Job;
  /** "close": no more bids, the work goes on. "cancel": the plan is given up. */
  how: 'close' | 'cancel';
  underWay: number;
  isOpen: boolean;
  onClose: () => void;
};

/** Says with the figures what ending the bidding does, then does it. */
export function EndPlan({ job, how, underWay, isOpen, onClose }: EndPlanProps) {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const refresh = useRefresh();
  const onSuccess = async () => {
    await refresh();
    onClose();
    toast('done', t(`end.${how}.done`));
  };
  const close = api.useMutation('post', '/jobs/{job_id}/close-bidding', { onSuccess });
  const cancel = api.useMutation('post', '/jobs/{job_id}/cancel', { onSuccess });
  const { mutate, isPending, error } = how === 'close' ? close : cancel;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t(`end.${how}.title`)}
      actions={
        <>
          <Button onClick={onClose}>{t('end.keep')}</Button>
          <Button kind={how === 'close' ? 'primary' : 'danger'} pending={isPending} onClick={() => mutate({ params: { path: { job_id: job.id } } })}>
            {t(`end.${how}.submit`)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('end.bids', { count: job.bids_open ?? 0 })}</p>
        <p>{t(how === 'close' ? 'end.goesOn' : 'end.underWay', { count: underWay })}</p>
        {error && <FailedState error={error} />}
      </div>
    </Modal>
  );
}
