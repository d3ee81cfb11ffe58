// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { nameOf, number, percent } from '@/lib/format';
import { Facts } from '@/shared/facts';

type Card = Schema<'TesterCard'>;

const BPS = 100;

export const figureOf = (value: number | null): string => (value === null ? '–' : number(value));

/** A rate of a tester in words; nothing is known of someone new. */
export function useRate(): (rate: number | null) => string {
  const { t } = useTranslation('bids');
  return (rate) => (rate === null ? t('tester.unknown') : percent(rate * BPS));
}

/** Who makes the offer, as far as it helps to choose. */
export function TesterFacts({ tester }: { tester: Card }) {
  const { t } = useTranslation('bids');
  const rateOf = useRate();
  return (
    <Facts
      facts={[
        { label: t('tester.match'), value: tester.match_score !== null && t('tester.matchOf', { score: number(tester.match_score) }) },
        { label: t('tester.level'), value: t(`level.${tester.level}`) },
        { label: t('tester.approved'), value: number(tester.approved) },
        { label: t('tester.approval'), value: rateOf(tester.approval_rate) },
        { label: t('tester.onTime'), value: rateOf(tester.on_time_rate) },
        { label: t('tester.country'), value: tester.country && nameOf('region', tester.country) },
      ]}
    />
  );
}
