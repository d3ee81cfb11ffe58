// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useWatch, type UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { InstantField } from '@/components/form/instant-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { RadioCards } from '@/components/form/radio-cards';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { useKeptForm } from '@/components/form/use-kept-form';
import type { Body, Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import type { Price } from './price-receipt';

export type Terms = Required<Pick<Body<'createJob'>, 'reward_minor' | 'currency' | 'seats' | 'claim_hours' | 'review_days' | 'deadline_at' | 'on_rejection'>>;

const limits = rules.createJob;

type TermsStepProps = {
  keptAs: string;
  terms: Terms;
  config: Schema<'SiteConfig'>;
  pending: boolean;
  onDone: (terms: Terms, forms: { setError: UseFormSetError<Terms>; forget: () => void }) => void;
  /** Lays out the form beside the price as it is being typed. */
  frame: (price: Price, form: ReactNode) => ReactNode;
};

/** What it is worth, for how many, how long each side has, and what happens to rejected work. */
export function TermsStep({ keptAs, terms, config, pending, onDone, frame }: TermsStepProps) {
  const { t } = useTranslation('jobs');
  const { control, handleSubmit, setError, forget } = useKeptForm<Terms>(keptAs, terms);
  const [seats, reward, currency] = useWatch({ control, name: ['seats', 'reward_minor', 'currency'] });
  const outcomes = limits.on_rejection.options.map((value) => ({ value, label: t(`terms.outcome.${value}`), description: t(`terms.outcomeWhat.${value}`) }));
  const rewardLimits = { ...limits.reward_minor, required: true, min: config.reward_min_minor, max: config.reward_max_minor };
  const daysLimits = { ...limits.review_days, required: true, min: config.review_days_min, max: config.review_days_max };
  return frame(
    { seats: seats ?? 1, rewardMinor: reward ?? 0, currency },
    <Form control={control} onSubmit={handleSubmit((values) => onDone(values, { setError, forget }))}>
      {config.currencies.length > 1 && (
        <SelectField control={control} name="currency" rules={limits.currency} label={t('terms.currency')} options={config.currencies.map((code) => ({ value: code, label: code.toUpperCase() }))} />
      )}
      <MoneyField control={control} name="reward_minor" rules={rewardLimits} label={t('terms.reward')} currency={currency} help={t('terms.rewardHelp')} />
      <NumberField control={control} name="seats" rules={{ ...limits.seats, required: true }} label={t('terms.seats')} help={t('terms.seatsHelp')} />
      <NumberField control={control} name="claim_hours" rules={{ ...limits.claim_hours, required: true }} label={t('terms.claimHours')} help={t('terms.claimHoursHelp')} />
      <NumberField control={control} name="review_days" rules={daysLimits} label={t('terms.reviewDays')} help={t('terms.reviewDaysHelp')} />
      <InstantField control={control} name="deadline_at" label={t('terms.deadline')} help={t('terms.deadlineHelp')} />
      <RadioCards control={control} name="on_rejection" rules={limits.on_rejection} label={t('terms.onRejection')} options={outcomes} />
      <SubmitButton pending={pending}>{t('form.saveNext')}</SubmitButton>
    </Form>,
  );
}
