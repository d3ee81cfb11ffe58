// SPDX-License-Identifier: Apache-2.0
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { CheckboxField } from '@/components/form/checkbox-field';
import { ChoiceChips } from '@/components/form/choice-chips';
import { ChoiceField } from '@/components/form/choice-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { WordsField } from '@/components/form/words-field';
import { rules } from '@/lib/rules.gen';
import type { Job } from '@/shared/jobs-query';

import type { Plan } from './plan-model';
import { RoleBudget } from './role-budget';

const limits = rules.updateJob.roles.items.fields;
const needs = limits.requirements.fields;
const lists = ['devices', 'os', 'browsers', 'locales', 'countries', 'skills'] as const;

type RoleFieldsProps = { control: Control<Plan>; at: number; job: Job };

/** One role: who these people are, how many, what they need to have, and what a seat may cost. */
export function RoleFields({ control, at, job }: RoleFieldsProps) {
  const { t } = useTranslation('jobs');
  const known = job.roles[at];
  const used = known ? known.seats_taken + known.seats_reserved : 0;
  const { t: d } = useTranslation('domain');
  const platforms = needs.platforms.items.options.map((value) => ({ value, label: d(`platform.${value}`) }));
  const levels = needs.level.options.map((value) => ({ value, label: t(`role.level.${value}`) }));
  const budget = { ...limits.budget_low_minor };
  return (
    <>
      <TextField control={control} name={`roles.${at}.name`} rules={{ ...limits.name, required: true }} label={t('role.name')} help={t('role.nameHelp')} autoComplete="off" isCounted />
      <TextAreaField control={control} name={`roles.${at}.persona`} rules={limits.persona} label={t('role.persona')} help={t('role.personaHelp')} rows={3} />
      <NumberField control={control} name={`roles.${at}.seats`} rules={{ ...limits.seats, required: true, min: Math.max(1, used) }} label={t('role.seats')} help={used > 0 ? t('role.seatsUsed', { count: used }) : t('role.seatsHelp')} />
      <fieldset className="flex flex-col gap-6 border-t border-line pt-4">
        <legend className="sr-only">{t('role.needs')}</legend>
        <div>
          <h3 className="font-strong">{t('role.needs')}</h3>
          <p className="text-small text-soft">{t('role.needsHelp')}</p>
        </div>
        <ChoiceChips control={control} name={`roles.${at}.requirements.platforms`} rules={needs.platforms} label={t('work.platforms')} options={platforms} help={t('work.platformsHelp')} />
        <div className="grid gap-6 md:grid-cols-2">
          {lists.map((list) => (
            <WordsField key={list} control={control} name={`roles.${at}.requirements.${list}`} rules={needs[list]} label={t(`role.need.${list}`)} help={t(`role.needHelp.${list}`)} />
          ))}
        </div>
        <ChoiceField control={control} name={`roles.${at}.requirements.level`} rules={{ required: true }} label={t('role.levelLabel')} options={levels} />
        <CheckboxField control={control} name={`roles.${at}.requirements.nda`} label={t('role.nda')} />
        <TextAreaField control={control} name={`roles.${at}.requirements.notes`} rules={needs.notes} label={t('role.notes')} rows={2} />
      </fieldset>
      <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
        <legend className="sr-only">{t('role.budget')}</legend>
        <div>
          <h3 className="font-strong">{t('role.budget')}</h3>
          <p className="text-small text-soft">{t('role.budgetHelp')}</p>
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          <MoneyField control={control} name={`roles.${at}.budget_low_minor`} rules={budget} label={t('role.budgetLow')} currency={job.currency} />
          <MoneyField control={control} name={`roles.${at}.budget_high_minor`} rules={budget} label={t('role.budgetHigh')} currency={job.currency} />
        </div>
        <RoleBudget control={control} at={at} currency={job.currency} />
      </fieldset>
    </>
  );
}
