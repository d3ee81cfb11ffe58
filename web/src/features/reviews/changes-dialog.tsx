// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { TextAreaField } from '@/components/form/text-area-field';
import { api, type Body } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import type { DecisionProps } from './approve-dialog';
import { DecisionDialog } from './decision-dialog';
import { useDecide } from './use-decide';

/** Send work back: what has to change. The review time stops until it comes again. */
export function ChangesDialog({ submission, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const decide = useDecide(onDecided);
  const request = api.useMutation('post', '/submissions/{submission_id}/request-changes');
  const name = submission.tester_name;
  return (
    <DecisionDialog<Body<'requestChanges'>>
      isOpen={isOpen}
      onClose={onClose}
      title={t('changes.title')}
      submit={{ label: t('changes.submit'), pending: request.isPending }}
      onSubmit={(body, setError) => request.mutate({ params: { path: { submission_id: submission.id } }, body }, decide(t('changes.done', { name }), setError))}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="comment" rules={rules.requestChanges.comment} label={t('changes.comment')} help={t('changes.help')} rows={4} />
          <p className="text-small text-soft">{t('changes.what', { name, count: submission.changes_left - 1 })}</p>
        </>
      )}
    </DecisionDialog>
  );
}
