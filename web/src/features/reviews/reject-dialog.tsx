// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { api, type Body } from '@/lib/api';
import { money } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import type { DecisionProps } from './approve-dialog';
import { DecisionDialog } from './decision-dialog';
import { usePrice } from './price';
import { useDecide } from './use-decide';

/** Reject: the reason from the closed list, a word on it, and what happens to the money then. */
export function RejectDialog({ submission, assignment, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const decide = useDecide(onDecided);
  const reject = api.useMutation('post', '/submissions/{submission_id}/reject');
  const { dispute_hours: count, on_rejection } = assignment.terms;
  const { rewardMinor, feeMinor } = usePrice(submission, assignment);
  const amount = money(rewardMinor + feeMinor, assignment.currency);
  const name = submission.tester_name;
  const reasons = rules.rejectSubmission.reason.options.map((value) => ({ value, label: d(`rejectReason.${value}`) }));
  return (
    <DecisionDialog<Body<'rejectSubmission'>>
      isOpen={isOpen}
      onClose={onClose}
      title={t('reject.title')}
      submit={{ label: t('reject.submit'), pending: reject.isPending, kind: 'danger' }}
      onSubmit={(body, setError) => reject.mutate({ params: { path: { submission_id: submission.id } }, body }, decide(t('reject.done', { name }), setError))}
    >
      {({ control, watch }) => (
        <>
          <SelectField control={control} name="reason" rules={rules.rejectSubmission.reason} label={t('reject.reason')} {...(watch('reason') === 'duplicate_known' && { help: t('reject.knownHelp') })} options={reasons} blank={t('reject.choose')} />
          <TextAreaField control={control} name="comment" rules={rules.rejectSubmission.comment} label={t('reject.comment')} help={t('reject.commentHelp')} rows={4} />
          <p>{`${t('reject.dispute', { count, name })} ${t(`reject.then.${on_rejection}`, { amount })}`}</p>
        </>
      )}
    </DecisionDialog>
  );
}
