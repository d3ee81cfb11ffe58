// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Badge, type State } from '@/components/state-mark';
import { Stars } from '@/components/stars';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { netOf } from '@/lib/fee';
import { instant, money, percent } from '@/lib/format';
import type { Assignment } from '@/shared/assignments-query';
import { Prose } from '@/shared/prose';

import { DisputeOffer } from './dispute-offer';
import { ReplyForm } from './reply-form';

type Submission = Schema<'Submission'>;
type OutcomeProps = { assignment: Assignment; submission: Submission };

/** How it stands with work that was handed in: waiting, asked about, decided and how, and what can be done about it. */
export function Outcome(props: OutcomeProps) {
  const { submission } = props;
  const { state } = submission;
  return (
    <section className="flex flex-col gap-3 rounded-large border border-line bg-sheet p-4 md:p-6">
      {state === 'submitted' && <Waiting {...props} />}
      {state === 'needs_info' && <ReplyForm key={submission.info_question} submission={submission} name={props.assignment.builder_name} />}
      {(state === 'approved' || state === 'approved_partial' || state === 'decided' || state === 'waived') && <Paid {...props} />}
      {state === 'rejected' && <Rejected {...props} />}
      {state === 'disputed' && <Disputed />}
      {submission.dispute_id && (
        <LinkButton to={`/disputes/${submission.dispute_id}`} kind={state === 'disputed' ? 'primary' : 'secondary'} className="self-start">
          <ToDispute />
        </LinkButton>
      )}
      <DisputeOffer submission={submission} />
    </section>
  );
}

function ToDispute() {
  const { t } = useTranslation('assignments');
  return t('outcome.toDispute');
}

function Waiting({ assignment, submission }: OutcomeProps) {
  const { t } = useTranslation('assignments');
  const { builder_name: name, currency } = assignment;
  const { reward_minor, tester_fee_bps } = submission;
  return (
    <>
      <Badge state="theirs">{submission.opened_at === null ? t('outcome.unopened', { name }) : t('outcome.opened', { name })}</Badge>
      {submission.opened_at && (
        <p className="text-small text-soft">
          {t('outcome.openedAt')} <RelativeTime at={submission.opened_at} />
        </p>
      )}
      {submission.review_due_at && <p>{t('outcome.waiting', { until: instant(submission.review_due_at), amount: money(netOf(reward_minor, tester_fee_bps), currency) })}</p>}
    </>
  );
}

const paidMarks = { approved: 'done', approved_partial: 'done', decided: 'done', waived: 'done' } as const satisfies Partial<Record<Submission['state'], State>>;

const isPaid = (state: Submission['state']): state is keyof typeof paidMarks => state in paidMarks;

/** Approved, all of it or a part, decided in a dispute, or paid without being handed in. */
function Paid({ assignment, submission }: OutcomeProps) {
  const { t } = useTranslation('assignments');
  const { state, paid_minor, reward_minor, tester_fee_bps, approved_percent, rating, comment } = submission;
  const amount = money(netOf(paid_minor ?? reward_minor, tester_fee_bps), assignment.currency);
  const bonus = (paid_minor ?? 0) - reward_minor;
  if (!isPaid(state)) return null;
  return (
    <>
      <Badge state={paidMarks[state]}>{t(`outcome.${state}`, { amount, percent: percent((approved_percent ?? 100) * 100) })}</Badge>
      {state === 'approved' && bonus > 0 && <p className="text-small text-soft">{t('outcome.bonus', { amount: money(bonus, assignment.currency) })}</p>}
      {rating !== null && <Stars value={rating} />}
      <Comment name={assignment.builder_name} comment={comment} />
    </>
  );
}

function Rejected({ assignment, submission }: OutcomeProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const isOpen = assignment.state !== 'completed' && submission.dispute_due_at !== null;
  return (
    <>
      <Badge state="problem">{t('outcome.rejected')}</Badge>
      {submission.reject_reason && <p className="font-strong">{d(`rejectReason.${submission.reject_reason}`)}</p>}
      <Comment name={assignment.builder_name} comment={submission.comment} />
      <p className="text-small text-soft">
        {isOpen && submission.dispute_due_at ? t(`outcome.then.${assignment.terms.on_rejection}`, { until: instant(submission.dispute_due_at) }) : t('outcome.settled')}
      </p>
    </>
  );
}

function Disputed() {
  const { t } = useTranslation('assignments');
  return (
    <>
      <Badge state="waiting">{t('outcome.disputed')}</Badge>
      <p className="text-small text-soft">{t('outcome.disputedWhat')}</p>
    </>
  );
}

function Comment({ name, comment }: { name: string; comment: string | null }) {
  const { t } = useTranslation('assignments');
  if (!comment) return null;
  return (
    <blockquote className="border-s-2 border-edge ps-4">
      <Prose text={comment} />
      <footer className="text-small text-soft">{t('outcome.from', { name })}</footer>
    </blockquote>
  );
}
