// SPDX-License-Identifier: Apache-2.0
import { PlusIcon, UsersIcon } from '@heroicons/react/24/outline';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { useOrder } from '@/components/order/use-order';
import { useToast } from '@/components/toasts';
import { money } from '@/lib/format';
import { rules } from '@/lib/rules.gen';
import type { Job } from '@/shared/jobs-query';

import { copyOfRole, newRole, type PlanRole as Role } from './plan-model';
import { PlanRow } from './plan-row';
import { RoleFields } from './role-fields';
import { movedTo, useOpenPlace } from './use-open-place';
import type { PlanWork } from './use-plan';

type RoleStepProps = { work: PlanWork; job: Job; faults: ReadonlySet<string> };

/** Who is wanted: the roles of the plan, each with its people, seats and budget. */
export function RoleStep({ work, job, faults }: RoleStepProps) {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const { control, getValues } = work.form;
  const { place, open } = useOpenPlace();
  const { fields, append, insert, remove, move } = useFieldArray({ control, name: 'roles', keyName: 'key' });
  const roles = useWatch({ control, name: 'roles' });
  const { list, said, moveTo, startDrag } = useOrder(fields.length, (from, to) => {
    move(from, to);
    open({ role: movedTo(place.role, from, to) });
  });
  const add = () => {
    append(newRole(t('role.numbered', { number: fields.length + 1 })), { shouldFocus: false });
    open({ role: fields.length });
  };
  const duplicate = (at: number) => {
    const role = getValues(`roles.${at}`);
    insert(at + 1, copyOfRole(role, t('role.copy', { name: role.name })), { shouldFocus: false });
    open({ role: at + 1 });
  };
  const takeAway = (at: number) => {
    const role = getValues(`roles.${at}`);
    remove(at);
    open({ role: null });
    // A draft is saved at once, and the server forgets what is gone; a published plan is not.
    const again = () => insert(Math.min(at, getValues('roles').length), job.state === 'draft' ? copyOfRole(role, role.name) : role, { shouldFocus: false });
    toast('done', t('row.removed', { title: role.name }), { label: t('row.undo'), run: again });
  };
  return (
    <div>
      <h2 className="text-lead">{t('role.title')}</h2>
      <p className="mt-1 mb-4 text-soft">{t('role.lead')}</p>
      <ol ref={list} className="border-t border-line">
        {fields.map((field, at) => {
          const role = roles[at];
          return (
            role && (
              <PlanRow
                key={field.key}
                at={at}
                count={fields.length}
                title={role.name}
                summary={<RoleSummary role={role} currency={job.currency} />}
                isOpen={place.role === at}
                hasFault={faults.has(`roles ${at}`)}
                onToggle={() => open({ role: place.role === at ? null : at })}
                onMove={moveTo}
                onDrag={startDrag}
                onDuplicate={() => duplicate(at)}
                onRemove={() => takeAway(at)}
              >
                <RoleFields control={control} at={at} job={job} />
              </PlanRow>
            )
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {fields.length === 0 && (
        <div className="flex items-start gap-3 py-6 text-soft">
          <UsersIcon className="mt-0.5 size-5 flex-none" />
          <p>{t('role.none')}</p>
        </div>
      )}
      <Button onClick={add} disabled={fields.length >= rules.updateJob.roles.maxItems} className="mt-4">
        <PlusIcon className="size-5" />
        {t('role.add')}
      </Button>
    </div>
  );
}

function RoleSummary({ role, currency }: { role: Role; currency: string }) {
  const { t } = useTranslation('jobs');
  const { seats = 1, items, budget_low_minor: low, budget_high_minor: high } = role;
  const budget = low !== undefined && high !== undefined ? t('role.budgetRange', { low: money(low, currency), high: money(high, currency) }) : null;
  return [t('role.testers', { count: seats }), t('role.items', { count: items.length }), budget].filter(Boolean).join(' · ');
}
