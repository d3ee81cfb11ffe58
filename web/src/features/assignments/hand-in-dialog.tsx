// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Schema } from '@/lib/api';
import { netOf } from '@/lib/fee';
import { money } from '@/lib/format';
import type { Assignment } from '@/shared/assignments-query';
import { useRefresh } from '@/shared/use-refresh';

type HandInDialogProps = { assignment: Assignment; submission: Schema<'Submission'>; isOpen: boolean; onClose: () => void; onDone: () => void };

/** Hand in: what it means, and what happens next. */
export function HandInDialog({ assignment, submission, isOpen, onClose, onDone }: HandInDialogProps) {
  const { t } = useTranslation('assignments');
  const toast = useToast();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const amount = money(netOf(submission.reward_minor, submission.tester_fee_bps), assignment.currency);
  const handIn = api.useMutation('post', '/submissions/{submission_id}/submit', {
    onSuccess: async () => {
      onDone();
      await refresh();
      onClose();
      toast('done', t('handIn.done', { name: assignment.builder_name }));
      // The next piece of the same seat opens by itself.
      if (assignment.submissions.length > 1) void navigate(`/assignments/${assignment.id}`, { replace: true });
    },
    onError: () => refresh(), // something is missing after all, or the seat has ended: the page says which
  });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('handIn.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('handIn.back')}</Button>
          <Button kind="primary" pending={handIn.isPending} onClick={() => handIn.mutate({ params: { path: { submission_id: submission.id } } })}>
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
