// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { Panel } from '@/components/panel';
import { SplitBar, type SplitPart } from '@/components/split-bar';

import type { Spend } from './spend';

type SpendPanelProps = { spend: Spend; currency: string; receiptUrl: string | null };

/** Where the money of a job is now. */
export function SpendPanel({ spend, currency, receiptUrl }: SpendPanelProps) {
  const { t } = useTranslation('jobs');
  const parts: SplitPart[] = [
    { label: t('owner.toTesters'), minor: spend.releasedMinor, tone: 'main' },
    { label: t('owner.fee'), minor: spend.feeMinor, tone: 'fee' },
    { label: t('owner.stillHeld'), minor: spend.heldMinor, tone: 'back' },
    { label: t('owner.back'), minor: spend.backMinor, tone: 'back' },
  ];
  return (
    <Panel title={t('owner.spend')}>
      <SplitBar
        label={t('owner.spendLabel')}
        currency={currency}
        parts={parts.filter(({ minor }) => minor > 0)}
      />
      <p className="mt-3 flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <span>{t('owner.spendPaid')}</span>
        <Money minor={spend.paidMinor} currency={currency} className="font-strong" />
      </p>
      {receiptUrl && (
        <a href={receiptUrl} target="_blank" rel="noopener noreferrer" className="link inline-flex min-h-11 items-center text-small">
          {t('pay.receipt')}
        </a>
      )}
    </Panel>
  );
}
