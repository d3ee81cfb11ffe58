// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { money } from '@/lib/format';
import { isOpenBid, type Bid, type Side } from '@/shared/bids-query';
import { Prose } from '@/shared/prose';

type Revision = Schema<'BidRevision'>;

type OfferLadderProps = { bid: Bid; side: Side };

/** All offers of a thread, the one on the table on top, each with what moved since the one before. */
export function OfferLadder({ bid, side }: OfferLadderProps) {
  const revisions = bid.revisions.toSorted((a, b) => b.number - a.number);
  return (
    <ol className="flex flex-col">
      {revisions.map((revision, at) => (
        <Offer key={revision.number} revision={revision} before={revisions[at + 1]} bid={bid} side={side} isLatest={at === 0} />
      ))}
    </ol>
  );
}

type OfferProps = OfferLadderProps & { revision: Revision; before: Revision | undefined; isLatest: boolean };

function Offer({ revision, before, bid, side, isLatest }: OfferProps) {
  const { t } = useTranslation('bids');
  const name = revision.by === 'builder' ? bid.builder_name : bid.tester_name;
  const who = revision.by === side ? t('ladder.you') : name;
  return (
    <li className={cx('border-s-2 ps-4 pb-8 last:pb-0 md:ps-6', isLatest ? 'border-accent' : 'border-line')}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 dir="auto" className="font-strong">
          {isLatest ? t(`ladder.${standing(bid)}`, { who }) : who}
        </h3>
        <p className="text-note text-soft">
          {t('ladder.number', { number: revision.number })} · <RelativeTime at={revision.created_at} />
        </p>
      </div>
      {revision.message && (
        <blockquote className="mt-2">
          <Prose text={revision.message} />
        </blockquote>
      )}
      <table className={cx('mt-3 w-full text-start', !isLatest && 'text-soft')}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('ladder.item')}</th>
            <th scope="col">{t('ladder.moved')}</th>
            <th scope="col">{t('ladder.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {revision.items.map((item) => (
            <tr key={item.item_id} className="border-t border-line align-baseline">
              <th scope="row" dir="auto" className="py-2 pe-3 text-start font-plain break-words">
                {item.title}
              </th>
              <td className="py-2 pe-3 text-end">
                <Moved by={moveOf(item.amount_minor, before?.items.find(({ item_id }) => item_id === item.item_id)?.amount_minor)} currency={bid.currency} />
              </td>
              <td className="py-2 text-end">
                <Money minor={item.amount_minor} currency={bid.currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t border-edge">
          <tr className="align-baseline">
            <th scope="row" className="py-2 pe-3 text-start">
              {t('ladder.total')}
            </th>
            <td className="py-2 pe-3 text-end">
              <Moved by={moveOf(revision.total_minor, before?.total_minor)} currency={bid.currency} />
            </td>
            <td className="py-2 text-end font-strong">
              <Money minor={revision.total_minor} currency={bid.currency} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="text-small text-soft">
        {t('ladder.days', { count: revision.days })}
        {before && before.days !== revision.days && ` ${t('ladder.daysBefore', { count: before.days })}`}
      </p>
    </li>
  );
}

/** What the last offer of a thread is. */
const standing = (bid: Bid): 'agreed' | 'latest' | 'last' => (bid.state === 'accepted' || bid.state === 'agreed' || bid.state === 'awaiting_payment' ? 'agreed' : isOpenBid(bid) ? 'latest' : 'last');

const moveOf = (now: number, before: number | undefined): number => (before === undefined ? 0 : now - before);

/** How far a figure went up or down: an arrow and the difference, and in words for those who cannot see it. */
function Moved({ by, currency }: { by: number; currency: string }) {
  const { t } = useTranslation('bids');
  if (by === 0) return null;
  const amount = money(Math.abs(by), currency);
  const isUp = by > 0;
  return (
    <span className="figures inline-flex items-baseline gap-1 text-small whitespace-nowrap text-theirs">
      <svg aria-hidden viewBox="0 0 12 12" className="size-3 flex-none self-center fill-none stroke-current stroke-[1.75]">
        <path d={isUp ? 'M6 11V1.5M2 5.5l4-4 4 4' : 'M6 1v9.5M2 6.5l4 4 4-4'} />
      </svg>
      <span className="sr-only">{t(isUp ? 'ladder.up' : 'ladder.down', { amount })}</span>
      <span aria-hidden>{amount}</span>
    </span>
  );
}
