// SPDX-License-Identifier: Apache-2.0
import { PlusIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { usePlace } from '@/components/form/use-place';
import { OrderHandle } from '@/components/order/order-handle';
import { useOrder } from '@/components/order/use-order';
import { number as figure } from '@/lib/format';

import { useFormContext } from './form-context';
import type { Demand } from './rules';
import type { FormField } from './types-query';
import { useFormWords } from './use-words';
import { formValues } from './values';

type EntryListProps = { field: FormField; name: string; place: string; demand: Demand };

/** A list that grows entry by entry, in an order that its handles change. */
export function EntryList({ field, name, place, demand }: EntryListProps) {
  const { control, type, answers, Members } = useFormContext();
  const { t } = useTranslation('types');
  const { t: common } = useTranslation();
  const label = useFormWords(type.key).label(place);
  const id = usePlace(control, name, label);
  const { fields: entries, append, remove, move } = useFieldArray({ control, name });
  const { list, said, moveTo, startDrag } = useOrder(entries.length, move);
  const members = field.fields ?? [];
  const first = members.find(({ type: kind, multiline }) => multiline || kind === 'text') ?? members[0];
  const add = () => append(formValues(members, {}, answers, `${place}/*/`), { shouldFocus: true, focusName: `${name}.${entries.length}.${first?.name}` });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-strong">
        {label}
        {!demand.isNeeded && <span className="font-plain text-soft"> {common('optional')}</span>}
      </legend>
      <p className="text-small text-soft">
        {`${field.doc}.`} {demand.min !== undefined && t('form.leastEntries', { count: demand.min, figure: figure(demand.min) })}
      </p>
      <ol ref={list} className="flex flex-col">
        {entries.map((entry, at) => (
          <li key={entry.id} data-row className="flex items-start gap-1 border-t border-line py-4">
            <OrderHandle label={common('order.handle', { list: label, number: at + 1, count: entries.length })} at={at} onMove={moveTo} onDrag={startDrag} className="flex-none" />
            <span className="figures w-6 flex-none pt-2.5 text-small/6 text-soft">{at + 1}</span>
            <div className="min-w-0 grow">
              <Members fields={members} name={`${name}.${at}`} place={`${place}/*/`} />
            </div>
            <IconButton label={t('form.removeEntry', { list: label, number: at + 1 })} icon={<XMarkIcon className="size-5" />} onClick={() => remove(at)} />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Button id={id} onClick={add} disabled={entries.length >= (field.max ?? Infinity)} className="self-start">
        <PlusIcon className="size-5" />
        {t('form.addEntry')}
      </Button>
    </fieldset>
  );
}
