// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { StateMark, type State } from '@/components/state-mark';
import { RelativeTime, TimeLeft } from '@/components/time';
import { useNow } from '@/lib/clock';
import { cx } from '@/lib/cx';
import type { Dispute } from '@/shared/disputes-query';

type StageName = 'settlement' | 'answer' | 'decision' | 'appeal' | 'closed';
type Look = 'past' | 'now' | 'ahead' | 'skipped';
type Stage = { name: StageName; look: Look; at: string | null; until: string | null };

const marks: Record<Look, State> = { past: 'done', now: 'yours', ahead: 'waiting', skipped: 'waiting' };

/** The way of a dispute: what is behind it, where it stands, and what can still come. */
export function Stages({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  return (
    <ol>
      {stagesOf(dispute, useNow()).map(({ name, look, at, until }) => (
        <li key={name} aria-current={look === 'now' ? 'step' : undefined} className="group flex gap-3">
          <span className="flex flex-col items-center">
            <StateMark state={marks[look]} className="mt-1" />
            <span aria-hidden className="my-1 w-px grow bg-line group-last:hidden" />
          </span>
          <div className="pb-5">
            <p className={cx(look === 'now' && 'font-strong', look === 'skipped' && 'text-soft line-through')}>{t(`stages.${name}`)}</p>
            {look !== 'past' && look !== 'skipped' && <p className="text-small text-soft">{t(`stages.what.${name}`)}</p>}
            {at && look === 'past' && (
              <p className="text-note text-soft">
                <RelativeTime at={at} />
              </p>
            )}
            {until && look === 'now' && (
              <p className="text-note text-soft">
                <TimeLeft at={until} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Each stage as it is now; what never came is struck out once the dispute is closed. */
export function stagesOf(dispute: Dispute, now: number): Stage[] {
  const { state, outcome, answered_at, decided_at, appealed_at, closed_at } = dispute;
  const isClosed = state === 'closed';
  const isOver = Date.parse(dispute.settlement_due_at) <= now;
  const isSettling = state === 'open' && !isOver;
  const look = (isPast: boolean, isNow: boolean): Look => (isPast ? 'past' : isNow ? 'now' : isClosed ? 'skipped' : 'ahead');
  const isAgreed = outcome === 'agreed';
  return [
    { name: 'settlement', look: look(!isSettling, isSettling), at: isAgreed ? closed_at : isOver ? dispute.settlement_due_at : null, until: dispute.settlement_due_at },
    { name: 'answer', look: look(answered_at !== null, state === 'open'), at: answered_at, until: dispute.answer_due_at },
    { name: 'decision', look: look(decided_at !== null, state === 'answered'), at: decided_at, until: dispute.decision_due_at },
    { name: 'appeal', look: look(appealed_at !== null && isClosed, state === 'decided' || state === 'appealed'), at: appealed_at, until: state === 'decided' ? dispute.appeal_due_at : dispute.decision_due_at },
    { name: 'closed', look: look(isClosed, false), at: closed_at, until: null },
  ];
}
