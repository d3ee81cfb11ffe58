// SPDX-License-Identifier: Apache-2.0
import { PlusIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { useOrder } from '@/components/order/use-order';
import { useToast } from '@/components/toasts';
import { rules } from '@/lib/rules.gen';
import type { Job, ServiceType } from '@/shared/jobs-query';
import { ServicePicker } from '@/shared/service-picker';

import { ItemFields } from './item-fields';
import { copyOfItem, newItem, type PlanItem } from './plan-model';
import { PlanRow } from './plan-row';
import { movedTo, useOpenPlace } from './use-open-place';
import type { PlanWork } from './use-plan';

type ItemListProps = { work: PlanWork; role: number; roleName: string; job: Job; faults: ReadonlySet<string> };

/** The work of one role, in order. */
export function ItemList({ work, role, roleName, job, faults }: ItemListProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const toast = useToast();
  const [isPicking, setIsPicking] = useState(false);
  const { control, getValues } = work.form;
  const { place, open } = useOpenPlace();
  const { fields, append, insert, remove, move } = useFieldArray({ control, name: `roles.${role}.items`, keyName: 'key' });
  const items = useWatch({ control, name: `roles.${role}.items` });
  const { list, said, moveTo, startDrag } = useOrder(fields.length, (from, to) => {
    move(from, to);
    open({ role, item: movedTo(place.item, from, to) });
  });
  const add = (type: ServiceType) => {
    append(newItem(work.forms, type, d(`serviceType.${type}`), t(`instructions.${type}`)), { shouldFocus: false });
    setIsPicking(false);
    open({ role, item: fields.length });
  };
  const duplicate = (at: number) => {
    insert(at + 1, copyOfItem(getValues(`roles.${role}.items.${at}`)), { shouldFocus: false });
    open({ role, item: at + 1 });
  };
  const takeAway = (at: number) => {
    const item = getValues(`roles.${role}.items.${at}`);
    remove(at);
    open({ role, item: null });
    const again = () => insert(Math.min(at, getValues(`roles.${role}.items`).length), job.state === 'draft' ? copyOfItem(item) : item, { shouldFocus: false });
    toast('done', t('row.removed', { title: item.title }), { label: t('row.undo'), run: again });
  };
  return (
    <div>
      <ol ref={list} className="border-t border-line">
        {fields.map((field, at) => {
          const item = items[at];
          return (
            item && (
              <PlanRow
                key={field.key}
                at={at}
                count={fields.length}
                title={item.title}
                summary={<ItemSummary item={item} />}
                isOpen={place.item === at}
                hasFault={faults.has(`work ${role} ${at}`)}
                onToggle={() => open({ role, item: place.item === at ? null : at })}
                onMove={moveTo}
                onDrag={startDrag}
                onDuplicate={() => duplicate(at)}
                onRemove={() => takeAway(at)}
              >
                <ItemFields work={work} role={role} at={at} job={job} />
              </PlanRow>
            )
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {fields.length === 0 && <p className="py-6 text-soft">{t('item.none', { name: roleName })}</p>}
      <Button onClick={() => setIsPicking(true)} disabled={fields.length >= rules.updateJob.roles.items.fields.items.maxItems} className="mt-4">
        <PlusIcon className="size-5" />
        {t('item.add')}
      </Button>
      <ServicePicker isOpen={isPicking} onClose={() => setIsPicking(false)} onPick={add} currency={job.currency} />
    </div>
  );
}

function ItemSummary({ item }: { item: PlanItem }) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const { service_type: type, quantity = 1, required, bonus_cap_minor } = item;
  const parts = [
    d(`serviceType.${type}`),
    d(`serviceAmount.${type}`, { count: quantity }),
    required ? null : t('item.optional'),
    bonus_cap_minor !== undefined && t('item.withBonus'),
  ];
  return parts.filter(Boolean).join(' · ');
}
