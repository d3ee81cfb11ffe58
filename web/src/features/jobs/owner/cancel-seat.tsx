// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Body, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

type CancelSeatProps = { assignment: Schema<'Assignment'>; isOpen: boolean; onClose: () => void };

/** End a claimed seat: what the tester gets for the work begun stands here before it is done. */
export function CancelSeat({ assignment, isOpen, onClose }: CancelSeatProps) {
  const { t } = useTranslation('jobs');
  const formId = useId();
  const toast = useToast();
  const refresh = useRefresh();
  const cancel = api.useMutation('post', '/assignments/{assignment_id}/cancel');
  const name = assignment.tester_name;
  const compensation = assignment.compensation_minor ?? 0;
  const send = (body: Body<'cancelAssignment'>, onError: (problem: unknown) => void) =>
    cancel.mutate(
      { params: { path: { assignment_id: assignment.id } }, body },
      {
        onSuccess: async () => {
          await refresh();
          onClose();
          toast('done', t('seat.cancelled', { name }));
        },
        onError,
      },
    );
  const what = compensation > 0 ? t('seat.compensation', { name, amount: money(compensation, assignment.currency) }) : t('seat.free', { name });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('seat.cancelTitle', { name })}
      actions={
        <>
          <Button onClick={onClose}>{t('seat.keep')}</Button>
          <Button type="submit" form={formId} kind="danger" pending={cancel.isPending}>
            {compensation > 0 ? t('seat.submitPay', { amount: money(compensation, assignment.currency) }) : t('seat.submit')}
          </Button>
        </>
      }
    >
      <CancelForm id={formId} what={what} onSend={send} />
    </Modal>
  );
}

type CancelFormProps = { id: string; what: string; onSend: (body: Body<'cancelAssignment'>, onError: (problem: unknown) => void) => void };

function CancelForm({ id, what, onSend }: CancelFormProps) {
  const { t } = useTranslation('jobs');
  const { control, handleSubmit, setError } = useForm<Body<'cancelAssignment'>>({ mode: 'onTouched' });
  return (
    <Form id={id} control={control} onSubmit={handleSubmit((body) => onSend(body, (problem) => showProblem(problem, setError)))}>
      <p>{what}</p>
      <p className="text-small text-soft">{t('seat.notReopened')}</p>
      <TextAreaField control={control} name="comment" rules={rules.cancelAssignment.comment} label={t('seat.comment')} help={t('seat.commentHelp')} rows={3} />
    </Form>
  );
}
