// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FormProblem } from '@/components/form/form-problem';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import type { DecisionProps } from './approve-dialog';

type Request = Body<'requestChanges'>;

/** Send work back: what has to change. The review time stops until it comes again. */
export function ChangesDialog({ submission, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const formId = useId();
  const refresh = useRefresh();
  const request = api.useMutation('post', '/submissions/{submission_id}/request-changes');
  const name = submission.tester_name;
  const send = (body: Request, setError: ReturnType<typeof useForm<Request>>['setError']) =>
    request.mutate(
      { params: { path: { submission_id: submission.id } }, body },
      {
        onSuccess: async () => {
          await refresh();
          onDecided(t('changes.done', { name }));
        },
        onError: (problem) => showProblem(problem, setError),
      },
    );
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('changes.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('changes.back')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={request.isPending}>
            {t('changes.submit')}
          </Button>
        </>
      }
    >
      <ChangesForm id={formId} what={t('changes.what', { name, count: submission.changes_left - 1 })} onSubmit={send} />
    </Modal>
  );
}

type ChangesFormProps = { id: string; what: string; onSubmit: (body: Request, setError: ReturnType<typeof useForm<Request>>['setError']) => void };

function ChangesForm({ id, what, onSubmit }: ChangesFormProps) {
  const { t } = useTranslation('reviews');
  const { control, handleSubmit, setError } = useForm<Request>({ mode: 'onTouched' });
  return (
    <form id={id} noValidate onSubmit={handleSubmit((body) => onSubmit(body, setError))} className="flex flex-col gap-5">
      <FormProblem control={control} />
      <TextAreaField control={control} name="comment" rules={rules.requestChanges.comment} label={t('changes.comment')} help={t('changes.help')} rows={4} />
      <p className="text-small text-soft">{what}</p>
    </form>
  );
}
