// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/panel';
import { Stars } from '@/components/stars';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { netOf } from '@/lib/fee';
import { instant, money, percent } from '@/lib/format';
import { Prose } from '@/shared/prose';
import { WaiveDialog } from '@/shared/waive-dialog';

type Submission = Schema<'Submission'>;
type VerdictProps = { submission: Submission; assignment: Schema<'Assignment'> };

const looks = { approved: 'done', approved_partial: 'done', rejected: 'problem', disputed: 'waiting', decided: 'done', waived: 'done' } as const satisfies Partial<Record<Submission['state'], State>>;

const isDecided = (state: Submission['state']): state is keyof typeof looks => state in looks;

/** What was decided about a submission, and what that did to the money. */
export function Verdict({ submission, assignment }: VerdictProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const { state, decided_at, rating, reject_reason, comment, dispute_id } = submission;
  if (state === 'changes_requested') return <SentBack submission={submission} />;
  if (state === 'needs_info') return <Asked submission={submission} />;
  if (!isDecided(state)) return null;
  return (
    <Card className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge state={looks[state]}>{t(`verdict.${state}`)}</Badge>
        {decided_at && (
          <span className="text-small text-soft">
            <RelativeTime at={decided_at} />
          </span>
        )}
        {rating !== null && <Stars value={rating} />}
      </div>
      {reject_reason && <p className="font-strong">{d(`rejectReason.${reject_reason}`)}</p>}
      {comment && <Prose text={comment} />}
      <p className="text-small text-soft">
        <Effect submission={submission} assignment={assignment} />
      </p>
      {dispute_id && <LinkButton to={`/disputes/${dispute_id}`}>{t('verdict.toDispute')}</LinkButton>}
    </Card>
  );
}

/** What moved, what is still held, and until when. */
function Effect({ submission, assignment }: VerdictProps) {
  const { t } = useTranslation('reviews');
  const { state, paid_minor, approved_percent, reward_minor, tester_fee_bps, currency, dispute_due_at, tester_name: name } = submission;
  const amount = money(netOf(paid_minor ?? reward_minor, tester_fee_bps), currency);
  const until = dispute_due_at ? instant(dispute_due_at) : '';
  if (state === 'disputed') return t('verdict.heldInDispute');
  if (state === 'rejected') return t(`verdict.then.${assignment.terms.on_rejection}`, { until });
  if (state !== 'approved_partial') return t('verdict.paid', { amount, name });
  return [t('verdict.part', { amount, name, percent: percent((approved_percent ?? 0) * 100) }), dispute_due_at && t('verdict.restUntil', { until })].filter(Boolean).join(' ');
}

/** A question is out: the review time stands still until it is answered. */
function Asked({ submission: { info_due_at, tester_name: name } }: Pick<VerdictProps, 'submission'>) {
  const { t } = useTranslation('reviews');
  return (
    <Card className="flex flex-col gap-2">
      <Badge state="theirs">{t('verdict.asked', { name })}</Badge>
      {info_due_at && <p className="text-small text-soft">{t('verdict.askedUntil', { until: instant(info_due_at) })}</p>}
    </Card>
  );
}

/** Sent back: the words that went with it, until when it comes again, and the way out. */
function SentBack({ submission }: Pick<VerdictProps, 'submission'>) {
  const { t } = useTranslation('reviews');
  const [isWaiving, setIsWaiving] = useState(false);
  const { comment, changes_due_at, tester_name } = submission;
  return (
    <Card className="flex flex-col items-start gap-2">
      <Badge state="theirs">{t('verdict.sentBack', { name: tester_name })}</Badge>
      {comment && <Prose text={comment} />}
      {changes_due_at && <p className="text-small text-soft">{t('verdict.until', { until: instant(changes_due_at) })}</p>}
      <Button onClick={() => setIsWaiving(true)}>{t('verdict.waive')}</Button>
      <WaiveDialog work={submission} isOpen={isWaiving} onClose={() => setIsWaiving(false)} />
    </Card>
  );
}
