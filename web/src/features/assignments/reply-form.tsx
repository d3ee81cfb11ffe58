// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { Badge } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api, type Body, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { Prose } from '@/shared/prose';
import { useRefresh } from '@/shared/use-refresh';

/** The builder asks something before deciding: the question, the time for it, and the answer. */
export function ReplyForm({ submission, name }: { submission: Schema<'Submission'>; name: string }) {
  const { t } = useTranslation('assignments');
  const toast = useToast();
  const refresh = useRefresh();
  const { control, handleSubmit, setError, forget } = useKeptForm<Body<'replyInfo'>>(`reply.${submission.id}`, { answer: '' });
  const reply = api.useMutation('post', '/submissions/{submission_id}/reply', {
    onSuccess: async () => {
      forget();
      await refresh();
      toast('done', t('reply.done', { name }));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  return (
    <>
      <Badge state="yours">{t('reply.title', { name })}</Badge>
      <blockquote className="border-s-2 border-edge ps-4">
        <Prose text={submission.info_question ?? ''} />
      </blockquote>
      {submission.info_due_at && (
        <p className="text-small text-soft">
          <TimeLeft at={submission.info_due_at} /> · {t('reply.then', { name })}
        </p>
      )}
      <Form control={control} onSubmit={handleSubmit((body) => reply.mutate({ params: { path: { submission_id: submission.id } }, body }))}>
        <TextAreaField control={control} name="answer" rules={rules.replyInfo.answer} label={t('reply.answer')} rows={4} />
        <SubmitButton pending={reply.isPending}>{t('reply.submit')}</SubmitButton>
      </Form>
    </>
  );
}
