// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { PercentField } from '@/components/form/percent-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { SplitBar } from '@/components/split-bar';
import { api, type Body, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { rules } from '@/lib/rules.gen';
import { percentOf, splitOf } from '@/lib/split';

import type { DecisionProps } from './approve-dialog';
import { DecisionDialog } from './decision-dialog';
import { usePrice } from './price';
import { useDecide } from './use-decide';

type Part = Body<'approvePartially'>;

const limits = rules.approvePartially;
const HALF = { percent: 50 };

/** Approve a part: how much, why, and where each cent goes, before anything moves. */
export function PartialDialog({ submission, assignment, isOpen, onClose, onDecided }: DecisionProps) {
  const { t } = useTranslation('reviews');
  const decide = useDecide(onDecided);
  const approve = api.useMutation('post', '/submissions/{submission_id}/approve-partially');
  const name = submission.tester_name;
  return (
    <DecisionDialog<Part>
      isOpen={isOpen}
      onClose={onClose}
      title={t('partial.title')}
      values={HALF}
      submit={{ label: t('partial.submit'), pending: approve.isPending }}
      onSubmit={(body, setError) => approve.mutate({ params: { path: { submission_id: submission.id } }, body }, decide(t('partial.done', { name, percent: body.percent }), setError))}
    >
      {({ control }) => (
        <>
          <PercentField control={control} name="percent" rules={limits.percent} label={t('partial.percent')} help={t('partial.percentHelp')} />
          <Figures control={control} submission={submission} assignment={assignment} />
          <TextAreaField control={control} name="comment" rules={limits.comment} label={t('partial.comment')} help={t('partial.commentHelp')} rows={3} />
        </>
      )}
    </DecisionDialog>
  );
}

type FiguresProps = { control: Control<Part>; submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** What the percentage means in money. */
function Figures({ control, submission, assignment }: FiguresProps) {
  const { t } = useTranslation('reviews');
  const percent = useWatch({ control, name: 'percent' });
  const price = usePrice(submission, assignment);
  if (!percent) return null;
  const { currency, tester_name: name } = submission;
  const { testerMinor, builderMinor, platformMinor } = splitOf(price, percentOf(submission.reward_minor + submission.bonus_minor, percent));
  return (
    <>
      <SplitBar
        label={t('partial.split')}
        currency={currency}
        parts={[
          { label: t('partial.toTester', { name }), minor: testerMinor, tone: 'main' },
          { label: t('partial.fee'), minor: platformMinor, tone: 'fee' },
          { label: t('partial.held'), minor: builderMinor, tone: 'back' },
        ]}
      />
      <p className="text-small text-soft">{t('partial.what', { name, amount: money(builderMinor, currency), count: assignment.terms.dispute_hours })}</p>
    </>
  );
}
