// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Menu, type MenuItem } from '@/components/menu';
import { money } from '@/lib/format';
import { useSession } from '@/lib/session';
import type { Bid, Side } from '@/shared/bids-query';
import { useBidFacts } from '@/shared/bid-turns';

import { EndDialog } from './end-dialog';
import { movesOf, type Move } from './moves';
import { RejectDialog } from './reject-dialog';
import { useMoves } from './use-moves';

type BidActionsProps = {
  bid: Bid;
  side: Side;
  /** Confirming makes no sense when the job asks for other items now. */
  mayConfirm: boolean;
  onAnswer: (kind: 'counter' | 'revise') => void;
};

/** What moves the thread on: one primary action with what it does in a sentence, the others beside it. */
export function BidActions({ bid, side, mayConfirm, onAnswer }: BidActionsProps) {
  const { t } = useTranslation('bids');
  const [dialog, setDialog] = useState<'reject' | 'withdraw' | 'decline' | null>(null);
  const moves = useMoves(bid);
  const primary = usePrimary(bid, side, mayConfirm);
  const waiting = useWaiting(bid, side);
  const possible = movesOf(bid, side);
  if (possible.length === 0) return null;
  const answers = (['counter', 'revise'] as const).filter((move) => possible.includes(move));
  const more: MenuItem[] = (['decline', 'withdraw', 'reject'] as const).flatMap((move) =>
    possible.includes(move) ? [{ label: t(`move.${move}`), isDanger: move !== 'decline', onSelect: () => setDialog(move) }] : [],
  );
  // Behind a menu it would be hidden for no reason.
  const isLone = answers.length === 0 && more.length <= 1;
  const close = () => setDialog(null);
  return (
    <section aria-label={t('move.title')} className="flex flex-col gap-3">
      {moves.error && <FailedState error={moves.error} />}
      {primary && <p className="max-w-reading">{primary.what}</p>}
      {waiting && <p className="max-w-reading text-soft">{waiting}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {primary?.move && (
          <Button kind="primary" pending={moves.isPending} onClick={moves[primary.move]} className="max-md:w-full">
            {primary.label}
          </Button>
        )}
        {primary?.to && (
          <LinkButton kind="primary" to={primary.to} className="max-md:w-full">
            {primary.label}
          </LinkButton>
        )}
        {answers.map((move) => (
          <Button key={move} onClick={() => onAnswer(move)} className="max-md:grow">
            {t(`move.${move}`)}
          </Button>
        ))}
        {isLone ? (
          more.map(({ label, onSelect }) => (
            <Button key={label} kind="quiet" onClick={onSelect} className="-ms-4">
              {label}
            </Button>
          ))
        ) : (
          <Menu label={t('move.more')} trigger={<EllipsisHorizontalIcon className="size-6" />} items={more} />
        )}
      </div>
      <RejectDialog bid={bid} isOpen={dialog === 'reject'} onClose={close} />
      <EndDialog bid={bid} kind={dialog === 'decline' ? 'decline' : 'withdraw'} isOpen={dialog === 'withdraw' || dialog === 'decline'} onClose={close} />
    </section>
  );
}

type Primary = { what: string; label: string; move?: 'submit' | 'accept' | 'pay' | 'confirm'; to?: string };

/** The one thing that brings the thread forward, and what happens then, with the figures. */
function usePrimary(bid: Bid, side: Side, mayConfirm: boolean): Primary | null {
  const { t } = useTranslation('bids');
  const { user } = useSession();
  const { money: stake } = useBidFacts(side)(bid);
  const amount = money(stake.minor, stake.currency);
  const has = (move: Move) => movesOf(bid, side).includes(move);
  if (has('submit')) {
    return user?.payout_state === 'active'
      ? { move: 'submit', what: t('primary.submit.what', { name: bid.builder_name }), label: t('primary.submit.label') }
      : { to: `/earnings?return_to=${encodeURIComponent(`/bids/${bid.id}`)}`, what: t('primary.payouts.what'), label: t('primary.payouts.label') };
  }
  if (has('accept')) {
    return side === 'builder'
      ? { move: 'accept', what: t('primary.acceptBuilder.what', { amount, name: bid.tester_name }), label: t('primary.acceptBuilder.label', { amount }) }
      : { move: 'accept', what: t('primary.accept.what', { amount, name: bid.builder_name }), label: t('primary.accept.label', { amount }) };
  }
  if (has('pay')) return { move: 'pay', what: t('primary.pay.what', { amount, name: bid.tester_name }), label: t('primary.pay.label', { amount }) };
  if (has('confirm')) {
    return mayConfirm ? { move: 'confirm', what: t('primary.confirm.what'), label: t('primary.confirm.label') } : { what: t('primary.renew'), label: '' };
  }
  return null;
}

const waits: Record<Side, Partial<Record<Bid['state'], 'submitted' | 'countered' | 'agreed' | 'stale'>>> = {
  tester: { submitted: 'submitted', countered_by_tester: 'countered', agreed: 'agreed' },
  builder: { countered_by_builder: 'countered', stale: 'stale' },
};

/** What the other side does next. */
function useWaiting(bid: Bid, side: Side): string | null {
  const { t } = useTranslation('bids');
  const wait = bid.turn === side ? undefined : waits[side][bid.state];
  return wait ? t(`wait.${wait}`, { name: side === 'tester' ? bid.builder_name : bid.tester_name }) : null;
}
