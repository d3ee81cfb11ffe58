// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { Stars } from '@/components/stars';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { instant, money } from '@/lib/format';
import { useNetReward } from '@/shared/net-reward';
import { Prose } from '@/shared/prose';

type VerdictProps = { submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** What was decided about a submission, and what that did to the money. */
export function Verdict({ submission, assignment }: VerdictProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const net = useNetReward(submission.paid_minor ?? submission.reward_minor);
  if (submission.state === 'changes_requested') return <SentBack submission={submission} />;
  const isRejected = submission.state === 'rejected';
  return (
    <Card className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge state={isRejected ? 'problem' : 'done'}>{t(isRejected ? 'verdict.rejected' : 'verdict.approved')}</Badge>
        {submission.decided_at && (
          <span className="text-small text-soft">
            <RelativeTime at={submission.decided_at} />
          </span>
        )}
        {submission.rating !== null && <Stars value={submission.rating} />}
      </div>
      {submission.reject_reason && <p className="font-strong">{d(`rejectReason.${submission.reject_reason}`)}</p>}
      {submission.comment && <Prose text={submission.comment} />}
      <p className="text-small text-soft">
        {isRejected
          ? t(`verdict.then.${assignment.terms.on_rejection}`, { until: submission.dispute_due_at ? instant(submission.dispute_due_at) : '' })
          : t('verdict.paid', { amount: money(net, submission.currency), name: submission.tester_name })}
      </p>
    </Card>
  );
}

/** Sent back: the words that went with it, and until when it comes again. */
function SentBack({ submission: { comment, changes_due_at, tester_name } }: Pick<VerdictProps, 'submission'>) {
  const { t } = useTranslation('reviews');
  return (
    <Card className="flex flex-col gap-2">
      <Badge state="theirs">{t('verdict.sentBack', { name: tester_name })}</Badge>
      {comment && <Prose text={comment} />}
      {changes_due_at && <p className="text-small text-soft">{t('verdict.until', { until: instant(changes_due_at) })}</p>}
    </Card>
  );
}
