// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Slider } from '@/components/slider';
import { money, number } from '@/lib/format';

import { MAX_SEATS, type Plan } from './use-plan';

/** The two controls of a simple job's price. */
export function PlanSliders({ plan }: { plan: Plan }) {
  const { t } = useTranslation('front');
  return (
    <>
      <Slider label={t('plan.testers')} value={plan.seats} min={1} max={MAX_SEATS} onChange={plan.setSeats} write={number} />
      <Slider label={t('plan.reward')} value={plan.rewardMinor} {...plan.reward} onChange={plan.setRewardMinor} write={(minor) => money(minor, plan.currency)} />
    </>
  );
}
