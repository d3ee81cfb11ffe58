// SPDX-License-Identifier: Apache-2.0
import { TrashIcon } from '@heroicons/react/24/outline';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { Money } from '@/components/money';
import type { Schema } from '@/lib/api';
import { money, span } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import type { Plan, PlanItem } from './plan-model';

const limits = rules.savePlan.roles.items.fields.items.items.fields;

type ItemLineProps = {
  control: Control<Plan>;
  name: `roles.${number}.items.${number}`;
  item: PlanItem;
  currency: string;
  /** Its price as it was last known. */
  line: Schema<'EstimateLine'> | undefined;
  onRemove: () => void;
};

/** One kind of work: how much of it, how hard, what findings earn on top, and what it costs. */
export function ItemLine({ control, name, item, currency, line, onRemove }: ItemLineProps) {
  const { t } = useTranslation('plans');
  const { t: d } = useTranslation('domain');
  const title = d(`serviceType.${item.service_type}`);
  const complexities = limits.complexity.options.map((value) => ({ value, label: t(`complexity.${value}`) }));
  return (
    <li className="border-t border-line py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-strong">{title}</p>
          <p className="text-small text-soft max-md:hidden">{d(`serviceWhat.${item.service_type}`)}</p>
        </div>
        <div className="flex flex-none items-center gap-1">
          <p className="text-end">
            {line && <Money minor={line.amount_minor} currency={currency} className="font-strong" />}
            {line && <span className="figures block text-note text-soft">{t('item.each', { amount: money(line.seat_minor, currency), time: span(line.minutes * 60_000) })}</span>}
          </p>
          <IconButton label={t('item.remove', { title })} icon={<TrashIcon className="size-5" />} onClick={onRemove} />
        </div>
      </div>
      <div className="mt-3 grid grid-cols-1 items-end gap-4 md:grid-cols-[max-content_minmax(0,1fr)_minmax(0,1fr)]">
        <NumberField control={control} name={`${name}.quantity`} rules={{ ...limits.quantity, required: true }} label={d(`serviceUnit.${item.service_type}`, { count: 2 })} />
        <SelectField control={control} name={`${name}.complexity`} rules={{ required: true }} label={t('item.complexity')} options={complexities} />
        <MoneyField control={control} name={`${name}.bonus_cap_minor`} rules={limits.bonus_cap_minor} label={t('item.bonus')} currency={currency} />
      </div>
    </li>
  );
}
