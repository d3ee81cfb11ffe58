// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FormProblem } from '@/components/form/form-problem';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { StarRating } from '@/components/stars';
import { api, type Body, type Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { feeOf } from '@/lib/fee';
import { money } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

export type DecisionProps = {
  submission: Schema<'Submission'>;
  assignment: Schema<'Assignment'>;
  isOpen: boolean;
  onClose: () => void;
  onDecided: (message: string) => void;
};

/** Approve: how good it was, a word to the tester, and who is paid what. */
export function ApproveDialog(props: DecisionProps) {
  const { t } = useTranslation('reviews');
  const formId = useId();
  const refresh = useRefresh();
  const approve = api.useMutation('post', '/submissions/{submission_id}/approve');
  const { submission, isOpen, onClose, onDecided } = props;
  const amount = money(useNet(submission), submission.currency);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('approve.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('approve.back')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={approve.isPending}>
            {t('approve.submit', { amount })}
          </Button>
        </>
      }
    >
      <ApproveForm
        id={formId}
        what={useWhat(submission, amount)}
        onSubmit={(body, setError) =>
          approve.mutate(
            { params: { path: { submission_id: submission.id } }, body },
            {
              onSuccess: async () => {
                await refresh();
                onDecided(t('approve.done', { amount, name: submission.tester_name }));
              },
              onError: (problem) => showProblem(problem, setError),
            },
          )
        }
      />
    </Modal>
  );
}

/** What the tester gets of the reward and of what the findings add. */
function useNet({ reward_minor, bonus_minor }: Schema<'Submission'>): number {
  const { data: config } = useQuery(configQuery());
  const gross = reward_minor + bonus_minor;
  return gross - feeOf(gross, config?.tester_fee_bps ?? 0);
}

/** The sentence on what happens, with what the bonus does. */
function useWhat(submission: Schema<'Submission'>, amount: string): string {
  const { t } = useTranslation('reviews');
  const { bonus_minor, bonus_cap_minor, currency, tester_name: name } = submission;
  const what = t('approve.what', { amount, name });
  if (bonus_cap_minor === 0) return what;
  const back = bonus_cap_minor - bonus_minor;
  const parts = [what, t('approve.bonus', { amount: money(bonus_minor, currency) }), back > 0 && t('approve.bonusBack', { amount: money(back, currency) })];
  return parts.filter(Boolean).join(' ');
}

type Approval = Body<'approveSubmission'>;

type ApproveFormProps = {
  id: string;
  what: string;
  onSubmit: (body: Approval, setError: ReturnType<typeof useForm<Approval>>['setError']) => void;
};

function ApproveForm({ id, what, onSubmit }: ApproveFormProps) {
  const { t } = useTranslation('reviews');
  const { control, handleSubmit, setError } = useForm<Approval>({ mode: 'onTouched' });
  const { field } = useController({ control, name: 'rating' });
  return (
    <form id={id} noValidate onSubmit={handleSubmit((body) => onSubmit(body, setError))} className="flex flex-col gap-5">
      <FormProblem control={control} />
      <p>{what}</p>
      <StarRating label={t('approve.rating')} value={field.value ?? null} onChange={field.onChange} />
      <TextAreaField control={control} name="comment" rules={rules.approveSubmission.comment} label={t('approve.comment')} rows={3} />
    </form>
  );
}
