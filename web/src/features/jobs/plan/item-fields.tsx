// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { CheckboxField } from '@/components/form/checkbox-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { rules } from '@/lib/rules.gen';
import type { Job } from '@/shared/jobs-query';

import { BonusTable } from './bonus-table';
import { ItemDetails } from './item-details';
import type { PlanWork } from './use-plan';

const limits = rules.updateJob.roles.items.fields.items.items.fields;

type ItemFieldsProps = { work: PlanWork; role: number; at: number; job: Job };

/** One piece of work: what to do, how much, what findings earn on top, and how often it may go back. */
export function ItemFields({ work, role, at, job }: ItemFieldsProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const { control } = work.form;
  const name = `roles.${role}.items.${at}` as const;
  const type = work.form.getValues(`${name}.service_type`);
  return (
    <>
      <p className="text-small text-soft">{d(`serviceWhat.${type}`)}</p>
      <TextField control={control} name={`${name}.title`} rules={limits.title} label={t('item.name')} autoComplete="off" isCounted />
      <TextAreaField control={control} name={`${name}.instructions`} rules={limits.instructions} label={t('item.instructions')} help={t('item.instructionsHelp')} rows={5} />
      <NumberField control={control} name={`${name}.quantity`} rules={{ ...limits.quantity, required: true }} label={d(`serviceUnit.${type}`, { count: 2 })} help={t('item.quantityHelp')} />
      <ItemDetails work={work} name={name} type={type} />
      <CheckboxField control={control} name={`${name}.required`} label={t('item.required')} help={t('item.requiredHelp')} />
      <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
        <legend className="sr-only">{t('item.bonus')}</legend>
        <div>
          <h3 className="font-strong">{t('item.bonus')}</h3>
          <p className="text-small text-soft">{t('item.bonusHelp')}</p>
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          <MoneyField control={control} name={`${name}.bonus_unit_minor`} rules={limits.bonus_unit_minor} label={t('item.bonusUnit')} currency={job.currency} />
          <MoneyField control={control} name={`${name}.bonus_cap_minor`} rules={limits.bonus_cap_minor} label={t('item.bonusCap')} currency={job.currency} />
        </div>
        <BonusTable control={control} name={name} currency={job.currency} />
      </fieldset>
      <NumberField control={control} name={`${name}.change_rounds`} rules={{ ...limits.change_rounds, required: true }} label={t('item.changes')} help={t('item.changesHelp')} />
    </>
  );
}
