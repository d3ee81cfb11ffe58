// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Panel } from '@/components/panel';
import { SplitBar, type SplitPart } from '@/components/split-bar';
import type { Schema } from '@/lib/api';

type Sums = { heldMinor: number; paidMinor: number; feeMinor: number; backMinor: number };

/** What became of the money of all seats so far. */
export function sumsOf(assignments: readonly Schema<'Assignment'>[]): Sums {
  const sum = (part: 'held_minor' | 'released_minor' | 'refunded_minor' | 'fee_minor') => assignments.reduce((total, assignment) => total + assignment[part], 0);
  return { heldMinor: sum('held_minor'), paidMinor: sum('released_minor'), feeMinor: sum('fee_minor'), backMinor: sum('refunded_minor') };
}

/** Where the money of a plan is now; each accepted bid was paid on its own. */
export function PlanSpend({ sums, currency }: { sums: Sums; currency: string }) {
  const { t } = useTranslation('jobs');
  const parts: SplitPart[] = [
    { label: t('owner.toTesters'), minor: sums.paidMinor, tone: 'main' },
    { label: t('owner.fee'), minor: sums.feeMinor, tone: 'fee' },
    { label: t('owner.stillHeld'), minor: sums.heldMinor, tone: 'back' },
    { label: t('owner.back'), minor: sums.backMinor, tone: 'back' },
  ];
  return (
    <Panel title={t('owner.spend')}>
      <SplitBar label={t('owner.spendLabel')} currency={currency} parts={parts.filter(({ minor }) => minor > 0)} />
      <Link to="/payments" className="link mt-2 inline-flex min-h-11 items-center text-small">
        {t('board.payments')}
      </Link>
    </Panel>
  );
}
