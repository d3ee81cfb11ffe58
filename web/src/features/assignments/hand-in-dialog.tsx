// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { money } from '@/lib/format';
import type { Assignment } from '@/shared/assignments-query';
import { useNetReward } from '@/shared/net-reward';
import { useRefresh } from '@/shared/use-refresh';

type HandInDialogProps = { assignment: Assignment; isOpen: boolean; onClose: () => void; onDone: () => void };

/** Hand in: what it means, and what happens next. */
export function HandInDialog({ assignment, isOpen, onClose, onDone }: HandInDialogProps) {
  const { t } = useTranslation('assignments');
  const toast = useToast();
  const refresh = useRefresh();
  const amount = money(useNetReward(assignment.reward_minor), assignment.currency);
  const handIn = api.useMutation('post', '/submissions/{submission_id}/submit', {
    onSuccess: async () => {
      onDone();
      await refresh();
      onClose();
      toast('done', t('handIn.done', { name: assignment.builder_name }));
    },
    onError: () => refresh(), // something is missing after all, or the seat has ended: the page says which
  });
  const [submission] = assignment.submissions;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('handIn.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('handIn.back')}</Button>
          <Button kind="primary" pending={handIn.isPending} onClick={() => submission && handIn.mutate({ params: { path: { submission_id: submission.id } } })}>
            {t('handIn.submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {handIn.error && <FailedState error={handIn.error} />}
        <p>{t('handIn.what')}</p>
        <p>{t('handIn.next', { count: assignment.terms.review_days, name: assignment.builder_name, amount })}</p>
      </div>
    </Modal>
  );
}
