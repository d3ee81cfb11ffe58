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
import { netOf } from '@/lib/fee';
import { money } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { useRefresh } from './use-refresh';

type WaiveDialogProps = {
  work: Pick<Schema<'Submission'>, 'id' | 'title' | 'reward_minor' | 'tester_fee_bps' | 'currency' | 'tester_name'>;
  isOpen: boolean;
  onClose: () => void;
};

/** The builder does without a piece of work and pays for it: says who gets what, then does it. */
export function WaiveDialog({ work, isOpen, onClose }: WaiveDialogProps) {
  const { t } = useTranslation('work');
  const formId = useId();
  const toast = useToast();
  const refresh = useRefresh();
  const waive = api.useMutation('post', '/submissions/{submission_id}/waive');
  const amount = money(netOf(work.reward_minor, work.tester_fee_bps), work.currency);
  const name = work.tester_name;
  const send = (body: Body<'waiveSubmission'>, onError: (problem: unknown) => void) =>
    waive.mutate(
      { params: { path: { submission_id: work.id } }, body },
      {
        onSuccess: async () => {
          await refresh();
          onClose();
          toast('done', t('waive.done', { amount, name }));
        },
        onError,
      },
    );
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('waive.title', { title: work.title })}
      actions={
        <>
          <Button onClick={onClose}>{t('waive.keep')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={waive.isPending}>
            {t('waive.submit', { amount })}
          </Button>
        </>
      }
    >
      <WaiveForm id={formId} what={t('waive.what', { amount, name })} onSend={send} />
    </Modal>
  );
}

type WaiveFormProps = { id: string; what: string; onSend: (body: Body<'waiveSubmission'>, onError: (problem: unknown) => void) => void };

function WaiveForm({ id, what, onSend }: WaiveFormProps) {
  const { t } = useTranslation('work');
  const { control, handleSubmit, setError } = useForm<Body<'waiveSubmission'>>({ mode: 'onTouched' });
  return (
    <Form id={id} control={control} onSubmit={handleSubmit((body) => onSend(body, (problem) => showProblem(problem, setError)))}>
      <p>{what}</p>
      <TextAreaField control={control} name="comment" rules={rules.waiveSubmission.comment} label={t('waive.comment')} rows={3} />
    </Form>
  );
}
