// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { TextAreaField } from '@/components/form/text-area-field';
import { api, type Body } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import type { DecisionProps } from './approve-dialog';
import { DecisionDialog } from './decision-dialog';
import { useDecide } from './use-decide';

/** Ask the tester something before deciding. The review time stops until the answer comes. */
export function AskDialog({ submission, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const decide = useDecide(onDecided);
  const ask = api.useMutation('post', '/submissions/{submission_id}/request-info');
  const name = submission.tester_name;
  return (
    <DecisionDialog<Body<'requestInfo'>>
      isOpen={isOpen}
      onClose={onClose}
      title={t('ask.title')}
      submit={{ label: t('ask.submit'), pending: ask.isPending }}
      onSubmit={(body, setError) => ask.mutate({ params: { path: { submission_id: submission.id } }, body }, decide(t('ask.done', { name }), setError))}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="question" rules={rules.requestInfo.question} label={t('ask.question')} help={t('ask.help')} rows={4} />
          <p className="text-small text-soft">{t('ask.what', { name, count: submission.info_rounds_left - 1 })}</p>
        </>
      )}
    </DecisionDialog>
  );
}
