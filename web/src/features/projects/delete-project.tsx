// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Schema } from '@/lib/api';
import { useRefresh } from '@/shared/use-refresh';

type DeleteProjectProps = { project: Schema<'Project'>; isOpen: boolean; onClose: () => void };

export function DeleteProject({ project, isOpen, onClose }: DeleteProjectProps) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const remove = api.useMutation('delete', '/projects/{project_id}', {
    onSuccess: async () => {
      await navigate('/projects');
      await refresh();
      toast('done', t('delete.done', { name: project.name }));
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
          <Button kind="danger" pending={remove.isPending} onClick={() => remove.mutate({ params: { path: { project_id: project.id } } })}>
            {t('delete.submit')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('delete.what', { name: project.name })}</p>
      {remove.isError && <FailedState error={remove.error} />}
    </Modal>
  );
}
