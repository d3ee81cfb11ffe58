// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FormProblem } from '@/components/form/form-problem';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { api, type Body } from '@/lib/api';
import { money } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { reviewQueueQuery } from '@/shared/reviews-query';
import { useRefresh } from '@/shared/use-refresh';

import type { DecisionProps } from './approve-dialog';

type Rejection = Body<'rejectSubmission'>;

/** Reject: the reason from the closed list, a word on it, and what happens to the money then. */
export function RejectDialog({ submission, assignment, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const formId = useId();
  const refresh = useRefresh();
  const reject = api.useMutation('post', '/submissions/{submission_id}/reject');
  const { dispute_hours: count, on_rejection } = assignment.terms;
  const { data: queue } = useQuery(reviewQueueQuery());
  // What is held for this piece of work alone stands in the queue.
  const held = queue?.items.find(({ submission_id }) => submission_id === submission.id)?.amount_minor ?? assignment.held_minor;
  const amount = money(held, assignment.currency);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('reject.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('reject.back')}</Button>
          <Button type="submit" form={formId} kind="danger" pending={reject.isPending}>
            {t('reject.submit')}
          </Button>
        </>
      }
    >
      <RejectForm
        id={formId}
        what={`${t('reject.dispute', { count, name: submission.tester_name })} ${t(`reject.then.${on_rejection}`, { amount })}`}
        onSubmit={(body, setError) =>
          reject.mutate(
            { params: { path: { submission_id: submission.id } }, body },
            {
              onSuccess: async () => {
                await refresh();
                onDecided(t('reject.done', { name: submission.tester_name }));
              },
              onError: (problem) => showProblem(problem, setError),
            },
          )
        }
      />
    </Modal>
  );
}

type RejectFormProps = {
  id: string;
  what: string;
  onSubmit: (body: Rejection, setError: ReturnType<typeof useForm<Rejection>>['setError']) => void;
};

function RejectForm({ id, what, onSubmit }: RejectFormProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const { control, handleSubmit, setError } = useForm<Rejection>({ mode: 'onTouched' });
  const reasons = rules.rejectSubmission.reason.options.map((value) => ({ value, label: d(`rejectReason.${value}`) }));
  return (
    <form id={id} noValidate onSubmit={handleSubmit((body) => onSubmit(body, setError))} className="flex flex-col gap-5">
      <FormProblem control={control} />
      <SelectField control={control} name="reason" rules={rules.rejectSubmission.reason} label={t('reject.reason')} options={reasons} blank={t('reject.choose')} />
      <TextAreaField control={control} name="comment" rules={rules.rejectSubmission.comment} label={t('reject.comment')} help={t('reject.commentHelp')} rows={4} />
      <p>{what}</p>
    </form>
  );
}
