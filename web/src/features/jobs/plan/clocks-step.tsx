// SPDX-License-Identifier: Apache-2.0
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { InstantField } from '@/components/form/instant-field';
import { NumberField } from '@/components/form/number-field';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import type { Plan } from './plan-model';

type ClocksStepProps = { control: Control<Plan>; config: Schema<'SiteConfig'> };

/** How long each side has. The days for the work itself are agreed with each bid. */
export function ClocksStep({ control, config }: ClocksStepProps) {
  const { t } = useTranslation('jobs');
  const days = { ...rules.updateJob.review_days, required: true, min: config.review_days_min, max: config.review_days_max };
  return (
    <div className="flex flex-col gap-6">
      <InstantField control={control} name="bidding_deadline_at" label={t('clocks.deadline')} help={t('clocks.deadlineHelp')} />
      <NumberField control={control} name="review_days" rules={days} label={t('terms.reviewDays')} help={t('terms.reviewDaysHelp')} />
      <p className="text-small text-soft">{t('clocks.work')}</p>
    </div>
  );
}
