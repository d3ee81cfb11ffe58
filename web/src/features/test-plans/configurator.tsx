// SPDX-License-Identifier: Apache-2.0
import { PlusIcon } from '@heroicons/react/24/outline';
import { useEffect, type ReactNode } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useToast } from '@/components/toasts';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { useEstimate, type Estimate } from '@/shared/pricing-query';

import { bodyOf, newRole, type Plan } from './plan-model';
import { PlanBar } from './plan-bar';
import { PlanSide } from './plan-side';
import { RolePanel } from './role-panel';

const limits = rules.savePlan;

type ConfiguratorProps = {
  start: Plan;
  config: Schema<'SiteConfig'>;
  onChange: (plan: Plan) => void;
  /** Where the plan is kept, in words. */
  keeping: ReactNode;
  /** What moves it forward, given what it costs now. */
  action: (plan: Plan, estimate: Estimate | undefined) => ReactNode;
};

/** A plan to play with: who tests what, and what that costs this moment. */
export function Configurator({ start, config, onChange, keeping, action }: ConfiguratorProps) {
  const { t } = useTranslation('plans');
  const toast = useToast();
  const { control, subscribe, reset, getValues } = useForm<Plan>({ mode: 'onChange', defaultValues: start });
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'roles', keyName: 'key' });
  const plan = useWatch({ control }) as Plan; // whole from the start: every member has a default
  const { estimate, error, isStale, retry } = useEstimate(priced(plan));
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => onChange(values) }), [subscribe, onChange]);

  const removeRole = (at: number) => {
    const role = getValues(`roles.${at}`);
    remove(at);
    toast('done', t('role.removed', { name: role.name }), { label: t('undo'), run: () => insert(at, role) });
  };
  const duplicate = (at: number) => {
    const role = getValues(`roles.${at}`);
    insert(at + 1, { ...structuredClone(role), name: t('role.copy', { name: role.name }) }, { shouldFocus: true, focusName: `roles.${at + 1}.name` });
  };
  return (
    <div>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_12rem]">
            <TextField control={control} name="name" rules={limits.name} label={t('plan.name')} autoComplete="off" />
            {config.currencies.length > 1 && (
              <SelectField control={control} name="currency" rules={limits.currency} label={t('plan.currency')} options={config.currencies.map((code) => ({ value: code, label: code.toUpperCase() }))} />
            )}
          </div>
          {fields.map((field, at) => (
            <RolePanel key={field.key} control={control} at={at} estimate={estimate} currency={plan.currency} onDuplicate={() => duplicate(at)} onRemove={fields.length > 1 ? () => removeRole(at) : null} />
          ))}
          <Button onClick={() => append(newRole(t('role.numbered', { number: fields.length + 1 })), { shouldFocus: true, focusName: `roles.${fields.length}.name` })} disabled={fields.length >= limits.roles.maxItems} className="self-start">
            <PlusIcon className="size-5" />
            {t('role.add')}
          </Button>
        </div>
        <div className="lg:sticky lg:top-6 lg:self-start">
          <PlanSide plan={plan} estimate={estimate} error={error} isStale={isStale} retry={retry} keeping={keeping} action={action(plan, estimate)} onBringBack={(kept) => reset(kept)} />
        </div>
      </div>
      <PlanBar estimate={estimate} action={action(plan, estimate)} />
    </div>
  );
}

/** The name of a plan does not change its price. */
function priced(plan: Plan) {
  const body = bodyOf({ ...plan, name: '-' });
  if (!body) return null;
  const { currency, market, roles } = body;
  return { currency, roles, ...(market && { market }) };
}
