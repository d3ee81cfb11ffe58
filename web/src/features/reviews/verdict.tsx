// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { Stars } from '@/components/stars';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { instant, money } from '@/lib/format';
import { Prose } from '@/shared/prose';

type VerdictProps = { submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** What was decided about a submission, and what that did to the money. */
export function Verdict({ submission, assignment }: VerdictProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
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
          : t('verdict.paid', { amount: money(assignment.released_minor, submission.currency), name: submission.tester_name })}
      </p>
    </Card>
  );
}
