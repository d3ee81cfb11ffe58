// SPDX-License-Identifier: Apache-2.0
import { DocumentDuplicateIcon, PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { Disclosure } from '@/components/disclosure';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useToast } from '@/components/toasts';
import { rules } from '@/lib/rules.gen';
import type { Estimate } from '@/shared/pricing-query';
import { ServicePicker } from '@/shared/service-picker';

import { ItemLine } from './item-line';
import { newItem, type Plan } from './plan-model';

const limits = rules.savePlan.roles.items.fields;
const factors = ['level', 'device_rarity', 'locale_rarity', 'turnaround', 'confidentiality'] as const;
const plainest = { level: 'any', device_rarity: 'common', locale_rarity: 'common', turnaround: 'standard', confidentiality: 'none' } as const;

type RolePanelProps = {
  control: Control<Plan>;
  at: number;
  estimate: Estimate | undefined;
  currency: string;
  onDuplicate: () => void;
  /** Absent when it is the only one. */
  onRemove: (() => void) | null;
};

/** Who is to test, how many of them, and what each one does. */
export function RolePanel({ control, at, estimate, currency, onDuplicate, onRemove }: RolePanelProps) {
  const { t } = useTranslation('plans');
  const { t: d } = useTranslation('domain');
  const toast = useToast();
  const [isPicking, setIsPicking] = useState(false);
  const { fields, append, remove, insert } = useFieldArray({ control, name: `roles.${at}.items`, keyName: 'key' });
  const role = useWatch({ control, name: `roles.${at}` });
  const chosen = factors.filter((factor) => role[factor] !== plainest[factor]);
  // Roles without work are not priced, so lines count only those before this one that have some.
  const roles = useWatch({ control, name: 'roles' });
  const priced = roles.slice(0, at).filter(({ items }) => items.length > 0).length;
  const removeItem = (index: number) => {
    const item = role.items[index];
    remove(index);
    if (item) toast('done', t('item.removed', { title: d(`serviceType.${item.service_type}`) }), { label: t('undo'), run: () => insert(index, item) });
  };
  return (
    <section aria-label={role.name} className="border-t border-edge pt-4">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-4 md:grid-cols-[minmax(0,1fr)_max-content_auto] md:gap-x-6">
        <TextField control={control} name={`roles.${at}.name`} rules={{ ...limits.name, required: true }} label={t('role.name')} autoComplete="off" />
        <div className="col-start-1 row-start-2 md:col-start-2 md:row-start-1">
          <NumberField control={control} name={`roles.${at}.seats`} rules={limits.seats} label={t('role.seats')} />
        </div>
        <div className="flex pt-7">
          <IconButton label={t('role.duplicate', { name: role.name })} icon={<DocumentDuplicateIcon className="size-5" />} onClick={onDuplicate} />
          {onRemove && <IconButton label={t('role.remove', { name: role.name })} icon={<TrashIcon className="size-5" />} onClick={onRemove} />}
        </div>
      </div>
      <div className="mt-4">
        <Disclosure
          title={
            <span>
              <span className="font-strong">{t('role.who')}</span>{' '}
              <span className="text-small text-soft">{chosen.length === 0 ? t('role.anybody') : chosen.map((factor) => t('role.factor', { factor: t(`factor.${factor}`), option: t(`option.${role[factor]}`) })).join(', ')}</span>
            </span>
          }
        >
          <div className="grid gap-4 md:grid-cols-2">
            {factors.map((factor) => (
              <SelectField
                key={factor}
                control={control}
                name={`roles.${at}.${factor}`}
                rules={{ required: true }}
                label={t(`factor.${factor}`)}
                options={limits[factor].options.map((value) => ({ value, label: t(`option.${value}`) }))}
              />
            ))}
          </div>
        </Disclosure>
        <ul>
          {fields.map((field, index) => {
            const line = estimate?.lines.find((priceLine) => priceLine.role === priced && priceLine.item === index);
            const item = role.items[index];
            return item && <ItemLine key={field.key} control={control} name={`roles.${at}.items.${index}`} item={item} currency={currency} line={line?.service_type === item.service_type ? line : undefined} onRemove={() => removeItem(index)} />;
          })}
        </ul>
        {fields.length === 0 && <p className="border-t border-line py-4 text-soft">{t('role.noWork')}</p>}
        <Button onClick={() => setIsPicking(true)} disabled={fields.length >= limits.items.maxItems}>
          <PlusIcon className="size-5" />
          {t('role.addWork')}
        </Button>
      </div>
      <ServicePicker
        isOpen={isPicking}
        onClose={() => setIsPicking(false)}
        currency={currency}
        onPick={(type) => {
          append(newItem(type), { shouldFocus: false });
          setIsPicking(false);
        }}
      />
    </section>
  );
}
