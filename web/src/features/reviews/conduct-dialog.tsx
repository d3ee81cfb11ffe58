// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { TextAreaField } from '@/components/form/text-area-field';
import { api } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import type { DecisionProps } from './approve-dialog';
import { DecisionDialog } from './decision-dialog';

/** Fraud that is found while the review is open: a dispute about conduct, the only one that a builder opens. */
export function ConductDialog({ submission, isOpen, onClose }: Omit<DecisionProps, 'onDecided'>) {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const dispute = api.useMutation('post', '/submissions/{submission_id}/dispute');
  return (
    <DecisionDialog<{ statement: string }>
      isOpen={isOpen}
      onClose={onClose}
      title={t('conduct.title')}
      submit={{ label: t('conduct.submit'), pending: dispute.isPending, kind: 'danger' }}
      onSubmit={({ statement }, setError) =>
        dispute.mutate(
          { params: { path: { submission_id: submission.id } }, body: { kind: 'conduct', statement } },
          {
            onSuccess: async ({ id }) => {
              await refresh();
              await navigate(`/disputes/${id}`);
            },
            onError: (problem) => showProblem(problem, setError),
          },
        )
      }
    >
      {({ control }) => (
        <>
          <p>{t('conduct.what', { name: submission.tester_name })}</p>
          <TextAreaField control={control} name="statement" rules={rules.disputeSubmission.statement} label={t('conduct.statement')} help={t('conduct.help')} rows={5} />
        </>
      )}
    </DecisionDialog>
  );
}
