// SPDX-License-Identifier: Apache-2.0
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { TextAreaField } from '@/components/form/text-area-field';
import { StarRating } from '@/components/stars';
import { api, type Body, type Schema } from '@/lib/api';
import { netOf } from '@/lib/fee';
import { money } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import { useReportedBonus } from './bonus';
import { DecisionDialog } from './decision-dialog';
import { useDecide } from './use-decide';

export type DecisionProps = {
  submission: Schema<'Submission'>;
  assignment: Schema<'Assignment'>;
  isOpen: boolean;
  onClose: () => void;
  onDecided: (message: string) => void;
};

type Approval = Body<'approveSubmission'>;

/** Approve: how good it was, a word to the tester, and who is paid what. */
export function ApproveDialog({ submission, assignment, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const decide = useDecide(onDecided);
  const approve = api.useMutation('post', '/submissions/{submission_id}/approve');
  const amount = money(netOf(submission.reward_minor + submission.bonus_minor, submission.tester_fee_bps), submission.currency);
  const what = useWhat(submission, assignment, amount);
  return (
    <DecisionDialog<Approval>
      isOpen={isOpen}
      onClose={onClose}
      title={t('approve.title')}
      submit={{ label: t('approve.submit', { amount }), pending: approve.isPending }}
      onSubmit={(body, setError) =>
        approve.mutate({ params: { path: { submission_id: submission.id } }, body }, decide(t('approve.done', { amount, name: submission.tester_name }), setError))
      }
    >
      {({ control }) => (
        <>
          <p>{what}</p>
          <Rating control={control} />
          <TextAreaField control={control} name="comment" rules={rules.approveSubmission.comment} label={t('approve.comment')} rows={3} />
        </>
      )}
    </DecisionDialog>
  );
}

/** The sentence on what happens, with what the bonus does and what verdicts took from it. */
function useWhat(submission: Schema<'Submission'>, assignment: Schema<'Assignment'>, amount: string): string {
  const { t } = useTranslation('reviews');
  const { bonus_minor, bonus_cap_minor, currency, tester_name: name } = submission;
  const contested = Math.max(0, useReportedBonus(submission) - bonus_minor);
  const what = t('approve.what', { amount, name });
  if (bonus_cap_minor === 0) return what;
  const back = bonus_cap_minor - bonus_minor - contested;
  const parts = [
    what,
    t('approve.bonus', { amount: money(bonus_minor, currency) }),
    contested > 0 && t('approve.contested', { amount: money(contested, currency), name, count: assignment.terms.dispute_hours }),
    back > 0 && t('approve.bonusBack', { amount: money(back, currency) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function Rating({ control }: { control: Control<Approval> }) {
  const { t } = useTranslation('reviews');
  const { field } = useController({ control, name: 'rating' });
  return <StarRating label={t('approve.rating')} value={field.value ?? null} onChange={field.onChange} />;
}
