// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { instant } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import type { Dispute } from '@/shared/disputes-query';
import { useRefresh } from '@/shared/use-refresh';

/** The other side's answer. It is given once; after it an administrator decides. */
export function AnswerForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const { control, handleSubmit, setError, forget } = useKeptForm<Body<'answerDispute'>>(`dispute.answer.${dispute.id}`, { body: '' });
  const answer = api.useMutation('post', '/disputes/{dispute_id}/answer', {
    onSuccess: async () => {
      forget();
      await refresh();
      toast('done', t('answer.done'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const name = dispute.opened_by === 'tester' ? dispute.tester_name : dispute.builder_name;
  return (
    <Form control={control} onSubmit={handleSubmit((body) => answer.mutate({ params: { path: { dispute_id: dispute.id } }, body }))}>
      <p>{t('answer.what', { name, until: instant(dispute.answer_due_at) })}</p>
      <TextAreaField control={control} name="body" rules={rules.answerDispute.body} label={t('answer.label')} help={t('answer.help')} rows={6} />
      <SubmitButton pending={answer.isPending}>{t('answer.submit')}</SubmitButton>
    </Form>
  );
}
