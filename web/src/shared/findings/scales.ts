// SPDX-License-Identifier: Apache-2.0
// The scales that testers know from elsewhere, and their words.
import { useTranslation } from 'react-i18next';

import { api, type Schema } from '@/lib/api';

export type Scale = Schema<'SeverityScale'>;
export type ScaleName = Scale['name'];

export const scalesQuery = () => ({ ...api.queryOptions('get', '/severity-scales'), staleTime: Infinity });

/** Values that say more in words; any other is written as its scale writes it. */
const worded = [
  ...(['nielsen.1', 'nielsen.2', 'nielsen.3', 'nielsen.4'] as const),
  ...(['mqm.critical', 'mqm.major', 'mqm.minor', 'mqm.neutral'] as const),
  ...(['wcag.blocker', 'wcag.A', 'wcag.AA', 'wcag.AAA', 'wcag.best_practice'] as const),
  ...(['bugzilla.blocker', 'bugzilla.critical', 'bugzilla.major', 'bugzilla.normal', 'bugzilla.minor', 'bugzilla.trivial', 'bugzilla.enhancement'] as const),
];

/** What Nielsen's value is a combination of; of each, the lighter word first. */
export const nielsenFactors = {
  frequency: ['rare', 'common'],
  impact: ['easy', 'hard'],
  persistence: ['once', 'repeatedly'],
} as const;

export const factorNames = ['frequency', 'impact', 'persistence'] as const;
export type FactorName = (typeof factorNames)[number];

/** The value that the factors propose, as the server counts it: 1, and one more for each heavier word; null until all are said. */
export function nielsenValue(said: Partial<Record<FactorName, unknown>>): number | null {
  if (!factorNames.every((name) => nielsenFactors[name].some((word) => word === said[name]))) return null;
  return 1 + factorNames.filter((name) => said[name] === nielsenFactors[name][1]).length;
}

export function useScaleWords() {
  const { t } = useTranslation('findings');
  return {
    name: (name: ScaleName) => t(`scale.names.${name}`),
    value: (name: ScaleName, value: string) => {
      const key = worded.find((known) => known === `${name}.${value}`);
      return key ? t(`scale.value.${key}`) : value;
    },
    factor: (scale: Partial<Pick<NonNullable<Schema<'Finding'>['scale']>, FactorName>>) => [
      scale.frequency && t(`scale.factor.frequency.${scale.frequency}`),
      scale.impact && t(`scale.factor.impact.${scale.impact}`),
      scale.persistence && t(`scale.factor.persistence.${scale.persistence}`),
    ],
  };
}
