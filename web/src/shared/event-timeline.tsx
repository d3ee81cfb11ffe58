// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { State } from '@/components/state-mark';
import { Timeline } from '@/components/timeline';
import type { Schema } from '@/lib/api';
import { money, percent } from '@/lib/format';

type Event = Schema<'Event'>;

const kinds = {
  published: 'waiting',
  opened_to_bids: 'theirs',
  revised: 'waiting',
  awarding: 'theirs',
  bidding_closed: 'waiting',
  bidding_stopped: 'waiting',
  in_progress: 'theirs',
  in_review: 'yours',
  completed: 'done',
  payment_succeeded: 'done',
  payment_failed: 'problem',
  payment_cancelled: 'waiting',
  payment_page_lapsed: 'waiting',
  payment_ended: 'waiting',
  opened: 'theirs',
  claimed: 'theirs',
  saved: 'theirs',
  submitted: 'yours',
  seen: 'waiting',
  returned: 'waiting',
  lapsed: 'problem',
  approved: 'done',
  changes_requested: 'theirs',
  resumed: 'yours',
  finding_judged: 'waiting',
  finding_triaged: 'waiting',
  finding_withdrawn: 'waiting',
  finding_accepted: 'done',
  finding_fixed: 'done',
  finding_retest_ordered: 'theirs',
  finding_verified: 'done',
  finding_reopened: 'problem',
  started: 'theirs',
  bid_submitted: 'yours',
  bid_offered: 'theirs',
  bid_revised: 'waiting',
  bid_countered: 'theirs',
  bid_accepted: 'done',
  bid_counter_declined: 'waiting',
  bid_payment_opened: 'waiting',
  bid_confirmed: 'waiting',
  bid_withdrawn: 'waiting',
  bid_rejected: 'problem',
  bid_paid: 'done',
  bid_unpaid: 'problem',
  bid_expired: 'waiting',
  bid_superseded: 'waiting',
  bid_stale: 'yours',
  rejected: 'problem',
  info_requested: 'theirs',
  replied: 'yours',
  info_unanswered: 'waiting',
  approved_partially: 'done',
  waived: 'done',
  extended: 'waiting',
  disputed: 'problem',
  dispute_answered: 'waiting',
  dispute_proposed: 'waiting',
  dispute_agreed: 'done',
  dispute_unanswered: 'problem',
  dispute_decided: 'theirs',
  dispute_stopped: 'waiting',
  dispute_accepted: 'waiting',
  dispute_appealed: 'problem',
  dispute_closed: 'done',
  chargeback_opened: 'problem',
  chargeback_won: 'done',
  chargeback_lost: 'problem',
  decided: 'done',
  refunded_by_admin: 'waiting',
  seatCancelled: 'waiting',
  settled: 'waiting',
  reopened: 'theirs',
  filled: 'theirs',
  closed: 'done',
  stopped: 'waiting',
  cancelled: 'waiting',
  expired: 'waiting',
  removed: 'problem',
  refund_completed: 'done',
  refund_failed: 'problem',
  payout_completed: 'done',
  payout_failed: 'problem',
  payout_reversed: 'problem',
} as const satisfies Record<string, State>;

type Kind = keyof typeof kinds;

const isKind = (kind: string): kind is Kind => kind in kinds;

/** "opened" is said of a job that opens and of a submission that its builder looks at first; "published" of a job to pay for and of a plan to bid on, "stopped" of claims and of bids, "cancelled" of a job and of one seat. */
function kindOf({ kind, actor_kind, from_state, to_state, submission_id }: Event): string {
  if (kind === 'cancelled' && submission_id !== null) return 'seatCancelled';
  if (kind === 'opened' && actor_kind === 'builder') return 'seen';
  if (kind === 'stopped' && (from_state === 'published' || from_state === 'awarding')) return 'bidding_stopped';
  return kind === 'published' && to_state === 'published' ? 'opened_to_bids' : kind;
}

const rejections = ['out_of_scope', 'insufficient_evidence', 'not_reproducible', 'wrong_environment', 'instructions_not_followed', 'duplicate_known', 'plagiarised_or_generated', 'abusive'] as const;

/** Events whose note is a share for the tester, in per cent. */
const splits = ['dispute_proposed', 'dispute_agreed', 'dispute_decided'] as const;

const moves = ['payment_succeeded', 'claimed', 'approved', 'approved_partially', 'waived', 'decided', 'refunded_by_admin', 'payout_completed', 'refund_completed', 'settled'] as const;
const movedBy = (kind: string) => moves.find((known) => known === kind) ?? 'other';

/** Everything that happened, in words, newest first. */
export function EventTimeline({ events }: { events: readonly Event[] }) {
  const textOf = useEventText();
  const effectOf = useEventEffect();
  const lines = toldOnce(events)
    .toReversed()
    .map((event) => {
      const kind = kindOf(event);
      return { id: event.id, at: event.created_at, state: isKind(kind) ? kinds[kind] : ('waiting' as const), text: textOf(event), effect: effectOf(event) };
    });
  return <Timeline events={lines} />;
}

/** A bid is paid when its payment arrives: one line says both. */
const toldOnce = (events: readonly Event[]): readonly Event[] => (events.some(({ kind }) => kind === 'payment_succeeded') ? events.filter(({ kind }) => kind !== 'bid_paid') : events);

function useEventText(): (event: Event) => string {
  const { t } = useTranslation('domain');
  return (event) => {
    const kind = kindOf(event);
    const who = event.actor_name ?? t(`actor.${event.actor_kind}`);
    if (kind === 'approved' && event.actor_kind === 'clock') return t('event.approvedByClock');
    return isKind(kind) ? t(`event.${kind}`, { who }) : t('event.other', { who });
  };
}

/** The money that moved, and the reason or outcome that was noted. */
function useEventEffect(): (event: Event) => string | null {
  const { t } = useTranslation('domain');
  return (event) => {
    const reason = rejections.find((known) => known === event.note);
    const outcome = (['reopened', 'refunded'] as const).find((known) => known === event.note);
    const parts = [
      event.kind !== 'started' && event.amount_minor !== null && event.currency !== null && t(`effect.${movedBy(event.kind)}`, { amount: money(event.amount_minor, event.currency) }),
      event.kind === 'rejected' && reason && t(`rejectReason.${reason}`),
      splits.some((kind) => kind === event.kind) && event.note !== null && t('effect.split', { percent: percent(Number(event.note) * 100) }),
      event.kind === 'settled' && outcome && t(`outcome.${outcome}`),
    ];
    return parts.filter(Boolean).join(' · ') || null;
  };
}
