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

export function useScaleWords() {
  const { t } = useTranslation('findings');
  return {
    name: (name: ScaleName) => t(`scale.names.${name}`),
    value: (name: ScaleName, value: string) => {
      const key = worded.find((known) => known === `${name}.${value}`);
      return key ? t(`scale.value.${key}`) : value;
    },
  };
}
