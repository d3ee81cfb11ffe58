// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge } from '@/components/state-mark';
import { Stars } from '@/components/stars';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { instant, money } from '@/lib/format';
import type { Assignment } from '@/shared/assignments-query';
import { useNetReward } from '@/shared/net-reward';
import { Prose } from '@/shared/prose';

type OutcomeProps = { assignment: Assignment; submission: Schema<'Submission'> };

/** How it stands with work that was handed in: waiting, approved, or rejected and what happens then. */
export function Outcome(props: OutcomeProps) {
  const { state } = props.submission;
  return (
    <section className="flex flex-col gap-3 rounded-large border border-line bg-sheet p-4 md:p-6">
      {state === 'submitted' && <Waiting {...props} />}
      {state === 'approved' && <Approved {...props} />}
      {state === 'rejected' && <Rejected {...props} />}
    </section>
  );
}

function Waiting({ assignment, submission }: OutcomeProps) {
  const { t } = useTranslation('assignments');
  const { builder_name: name, currency } = assignment;
  const { reward_minor } = submission;
  return (
    <>
      <Badge state="theirs">{submission.opened_at === null ? t('outcome.unopened', { name }) : t('outcome.opened', { name })}</Badge>
      {submission.opened_at && (
        <p className="text-small text-soft">
          {t('outcome.openedAt')} <RelativeTime at={submission.opened_at} />
        </p>
      )}
      {submission.review_due_at && <p>{t('outcome.waiting', { until: instant(submission.review_due_at), amount: money(reward_minor, currency) })}</p>}
    </>
  );
}

function Approved({ assignment, submission }: OutcomeProps) {
  const { t } = useTranslation('assignments');
  const net = useNetReward(submission.paid_minor ?? submission.reward_minor);
  const bonus = (submission.paid_minor ?? 0) - submission.reward_minor;
  return (
    <>
      <Badge state="done">{t('outcome.approved', { amount: money(net, assignment.currency) })}</Badge>
      {bonus > 0 && <p className="text-small text-soft">{t('outcome.bonus', { amount: money(bonus, assignment.currency) })}</p>}
      {submission.rating !== null && <Stars value={submission.rating} />}
      <Comment name={assignment.builder_name} comment={submission.comment} />
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
