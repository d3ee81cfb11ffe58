// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import type { Dispute } from '@/shared/disputes-query';
import { useRefresh } from '@/shared/use-refresh';

type AppealFormProps = { dispute: Dispute; onCancel: () => void };

/** Ask for a second look by another administrator: once, and that one is final. */
export function AppealForm({ dispute, onCancel }: AppealFormProps) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const { control, handleSubmit, setError, forget } = useKeptForm<Body<'appealDecision'>>(`dispute.appeal.${dispute.id}`, { statement: '' });
  const appeal = api.useMutation('post', '/disputes/{dispute_id}/appeal', {
    onSuccess: async () => {
      forget();
      await refresh();
      toast('done', t('appeal.done'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  return (
    <Form control={control} onSubmit={handleSubmit((body) => appeal.mutate({ params: { path: { dispute_id: dispute.id } }, body }))}>
      <p>{t('appeal.what')}</p>
      <TextAreaField control={control} name="statement" rules={rules.appealDecision.statement} label={t('appeal.label')} help={t('appeal.help')} rows={5} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={appeal.isPending}>{t('appeal.submit')}</SubmitButton>
        <Button kind="quiet" onClick={onCancel}>
          {t('appeal.cancel')}
        </Button>
      </div>
    </Form>
  );
}
