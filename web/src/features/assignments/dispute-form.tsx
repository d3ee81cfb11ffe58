// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { RadioCards } from '@/components/form/radio-cards';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { api, type Body, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

const limits = rules.disputeSubmission;

type DisputeFormProps = { submission: Schema<'Submission'>; onCancel: () => void };

/** Open a dispute: what it is about, and what the tester says. */
export function DisputeForm({ submission, onCancel }: DisputeFormProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { control, handleSubmit, setError, forget } = useKeptForm<Body<'disputeSubmission'>>(`dispute.${submission.id}`, { statement: '' });
  const dispute = api.useMutation('post', '/submissions/{submission_id}/dispute', {
    onSuccess: async ({ id }) => {
      forget();
      await refresh();
      await navigate(`/disputes/${id}`);
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const options = limits.kind.options.map((value) => ({ value, label: d(`disputeKind.${value}`), description: t(`dispute.kindMeans.${value}`) }));
  return (
    <Form control={control} onSubmit={handleSubmit((body) => dispute.mutate({ params: { path: { submission_id: submission.id } }, body }))}>
      <RadioCards control={control} name="kind" rules={limits.kind} label={t('dispute.kind')} isStacked options={options} />
      <TextAreaField control={control} name="statement" rules={limits.statement} label={t('dispute.statement')} help={t('dispute.statementHelp')} rows={6} />
      <p className="text-small text-soft">{t('dispute.what')}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={dispute.isPending}>{t('dispute.submit')}</SubmitButton>
        <Button kind="quiet" onClick={onCancel}>
          {t('dispute.cancel')}
        </Button>
      </div>
    </Form>
  );
}
