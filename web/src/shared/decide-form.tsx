// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { PercentField } from '@/components/form/percent-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { DisputeSplit } from './dispute-split';
import type { Dispute } from './disputes-query';
import { useRefresh } from './use-refresh';

type DecisionBody = Body<'decideDispute'>;

const limits = rules.decideDispute;

/** An administrator's decision: the split with its figures, the reason for both sides, and what the public may read. */
export function DecideForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const { control, handleSubmit, setError } = useForm<DecisionBody>({ mode: 'onTouched' });
  const decide = api.useMutation('post', '/admin/disputes/{dispute_id}/decide', {
    onSuccess: async () => {
      await refresh();
      toast('done', t('decide.done'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const send = handleSubmit(({ summary, ...body }) => decide.mutate({ params: { path: { dispute_id: dispute.id } }, body: { ...body, ...(summary?.trim() && { summary }) } }));
  return (
    <Form control={control} onSubmit={send}>
      <p>{t(dispute.state === 'appealed' ? 'decide.whatAppeal' : 'decide.what')}</p>
      <PercentField control={control} name="tester_percent" rules={limits.tester_percent} label={t('decide.percent')} help={t('decide.percentHelp')} />
      <Figures control={control} dispute={dispute} />
      <TextAreaField control={control} name="reason" rules={limits.reason} label={t('decide.reason')} help={t('decide.reasonHelp')} rows={4} />
      <TextAreaField control={control} name="summary" rules={limits.summary} label={t('decide.summary')} help={t('decide.summaryHelp')} rows={2} />
      <SubmitButton pending={decide.isPending}>{t('decide.submit')}</SubmitButton>
    </Form>
  );
}

function Figures({ control, dispute }: { control: Control<DecisionBody>; dispute: Dispute }) {
  return <DisputeSplit dispute={dispute} percent={useWatch({ control, name: 'tester_percent' })} />;
}
