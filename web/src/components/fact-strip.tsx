// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { cx } from '@/lib/cx';

import { Money } from './money';
import { Badge, type State } from './state-mark';
import { TimeLeft } from './time';

type FactStripProps = {
  turn: { state: State; text: string };
  /** The instant at which the turn ends by itself. */
  until?: string | null;
  money?: { minor: number; currency: string; meaning: string } | null;
  /** "page": a band across the top of an object's page. "row": one line in a list. */
  form?: 'page' | 'row';
};

/** Whose turn it is, until when, and what money is at stake: always these three, in this order. */
export function FactStrip({ turn, until, money, form = 'page' }: FactStripProps) {
  const isPage = form === 'page';
  return (
    <div
      className={cx(
        'flex flex-wrap items-baseline gap-x-6 gap-y-1',
        isPage ? 'border-y border-line py-3 md:gap-x-10' : 'text-small @table:grid @table:grid-cols-[12rem_7.5rem_minmax(9.5rem,1fr)] @table:gap-x-4',
      )}
    >
      <Badge state={turn.state}>{turn.text}</Badge>
      {until && <TimeLeft at={until} />}
      {money && <MoneyFact {...money} className={isPage ? 'md:ms-auto' : '@table:col-start-3 @table:text-end'} />}
    </div>
  );
}

type MoneyFactProps = { minor: number; currency: string; meaning: ReactNode; className?: string };

function MoneyFact({ minor, currency, meaning, className }: MoneyFactProps) {
  return (
    <span className={className}>
      <Money minor={minor} currency={currency} className="font-strong" /> <span className="text-soft">{meaning}</span>
    </span>
  );
}
