// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Panel } from '@/components/panel';
import { StateMark } from '@/components/state-mark';
import { cx } from '@/lib/cx';
import { money } from '@/lib/format';
import type { Bid } from '@/shared/bids-query';

import { bestOf } from './order';
import { figureOf, useRate } from './tester-facts';

/** So many stand side by side on a phone as well. */
export const COMPARED_MAX = 3;

type Row = { key: string; label: string; values: readonly (number | null)[]; write: (value: number | null) => ReactNode; better?: 'low' | 'high' };

/** A few bids side by side, line by line, with the best of each line marked. */
export function Comparison({ bids }: { bids: readonly Bid[] }) {
  const { t } = useTranslation('bids');
  const rows = useRows(bids);
  return (
    <Panel title={t('compare.title')}>
      <table className="w-full table-fixed border-collapse text-start max-md:text-small">
        <caption className="sr-only">{t('compare.title')}</caption>
        <thead>
          <tr className="border-b border-edge align-bottom">
            <th scope="col" className="w-48 max-md:hidden">
              <span className="sr-only">{t('compare.line')}</span>
            </th>
            {bids.map((bid) => (
              <th key={bid.id} scope="col" className="px-2 pb-2 text-end first:ps-0">
                <Link to={`/bids/${bid.id}`} dir="auto" className="link inline-flex min-h-11 items-end break-words">
                  {bid.tester_name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ key, label, values, write, better }) => {
          const best = better ? bestOf(values, better) : null;
          return (
            <tbody key={key} className="border-b border-line">
              {/* On a phone a line's name stands above its figures. */}
              <tr className="md:hidden">
                <th scope="rowgroup" colSpan={bids.length} dir="auto" className="pt-2 text-start text-note font-plain text-soft">
                  {label}
                </th>
              </tr>
              <tr className="align-baseline">
                <th scope="row" dir="auto" className="py-2 pe-3 text-start text-small font-plain break-words text-soft max-md:hidden">
                  {label}
                </th>
                {bids.map((bid, at) => {
                  const value = values[at] ?? null;
                  const isBest = best !== null && value === best;
                  return (
                    <td key={bid.id} className={cx('figures px-2 py-2 text-end first:ps-0 max-md:pt-0', isBest && 'font-strong')}>
                      {isBest && (
                        <>
                          <StateMark state="done" className="me-1 inline size-3" />
                          <span className="sr-only">{t('compare.best')} </span>
                        </>
                      )}
                      {write(value)}
                    </td>
                  );
                })}
              </tr>
            </tbody>
          );
        })}
      </table>
    </Panel>
  );
}

function useRows(bids: readonly Bid[]): Row[] {
  const { t } = useTranslation('bids');
  const rateOf = useRate();
  const currency = bids[0]?.currency ?? 'usd';
  const amount = (value: number | null) => (value === null ? '–' : money(value, currency));
  const items = new Map(bids.flatMap((bid) => bid.items.map(({ item_id, title }) => [item_id, title] as const)));
  return [
    ...[...items].map(([itemId, title]): Row => ({
      key: itemId,
      label: title,
      values: bids.map((bid) => bid.items.find(({ item_id }) => item_id === itemId)?.amount_minor ?? null),
      write: amount,
      better: 'low',
    })),
    { key: 'total', label: t('compare.total'), values: bids.map(({ total_minor }) => total_minor), write: amount, better: 'low' },
    { key: 'charge', label: t('compare.charge'), values: bids.map(({ charge_minor }) => charge_minor), write: amount },
    { key: 'hourly', label: t('compare.hourly'), values: bids.map(({ hourly_rate_minor }) => hourly_rate_minor), write: amount },
    { key: 'days', label: t('compare.days'), values: bids.map(({ days }) => days), write: figureOf, better: 'low' },
    { key: 'match', label: t('tester.match'), values: bids.map(({ tester }) => tester?.match_score ?? null), write: figureOf, better: 'high' },
    { key: 'approval', label: t('tester.approval'), values: bids.map(({ tester }) => tester?.approval_rate ?? null), write: rateOf, better: 'high' },
    { key: 'onTime', label: t('tester.onTime'), values: bids.map(({ tester }) => tester?.on_time_rate ?? null), write: rateOf, better: 'high' },
    { key: 'approved', label: t('tester.approved'), values: bids.map(({ tester }) => tester?.approved ?? null), write: figureOf, better: 'high' },
  ];
}
