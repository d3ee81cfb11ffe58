// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { SplitBar } from '@/components/split-bar';

import type { Dispute } from './disputes-query';

type Sums = { testerMinor: number; builderMinor: number; feeMinor: number };

/** What a split would give, from the server's own figures; null where it has none. */
export function sumsOf({ splits }: Dispute, percent: number | undefined): Sums | null {
  const split = splits.find(({ tester_percent }) => tester_percent === percent);
  const [nothing] = splits; // at 0 per cent all that is held goes back
  if (!split || !nothing) return null;
  const { tester_minor, builder_minor } = split;
  return { testerMinor: tester_minor, builderMinor: builder_minor, feeMinor: nothing.tester_minor + nothing.builder_minor - tester_minor - builder_minor };
}

/** Where each cent goes at a share of the tester's. */
export function DisputeSplit({ dispute, percent }: { dispute: Dispute; percent: number | undefined }) {
  const { t } = useTranslation('disputes');
  const sums = sumsOf(dispute, percent);
  if (!sums) return null;
  return (
    <SplitBar
      label={t('split.label')}
      currency={dispute.currency}
      parts={[
        { label: t('split.tester', { name: dispute.tester_name }), minor: sums.testerMinor, tone: 'main' },
        { label: t('split.fee'), minor: sums.feeMinor, tone: 'fee' },
        { label: t('split.builder', { name: dispute.builder_name }), minor: sums.builderMinor, tone: 'back' },
      ]}
    />
  );
}
