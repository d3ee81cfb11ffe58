// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import type { Job } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

type DeleteDraftProps = { job: Job; isOpen: boolean; onClose: () => void };

export function DeleteDraft({ job, isOpen, onClose }: DeleteDraftProps) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const remove = api.useMutation('delete', '/jobs/{job_id}', {
    onSuccess: async () => {
      await navigate('/board');
      await refresh();
      toast('done', t('delete.done'));
    },
  });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('delete.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('delete.keep')}</Button>
          <Button kind="danger" pending={remove.isPending} onClick={() => remove.mutate({ params: { path: { job_id: job.id } } })}>
            {t('delete.submit')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('delete.what', { title: job.title })}</p>
      {remove.isError && <FailedState error={remove.error} />}
    </Modal>
  );
}
