// SPDX-License-Identifier: Apache-2.0
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Tabs } from '@/components/tabs';
import type { Job } from '@/shared/jobs-query';

import { ItemList } from './item-list';
import { useOpenPlace } from './use-open-place';
import type { PlanWork } from './use-plan';

type ItemStepProps = { work: PlanWork; job: Job; faults: ReadonlySet<string> };

/** What each role does. */
export function ItemStep({ work, job, faults }: ItemStepProps) {
  const { t } = useTranslation('jobs');
  const { place, open, go } = useOpenPlace();
  const roles = useWatch({ control: work.form.control, name: 'roles' });
  const at = Math.min(place.role ?? 0, roles.length - 1);
  const role = roles[at];
  if (!role) {
    return (
      <EmptyState drawing="signpost" title={t('item.noRole')} action={<Button onClick={() => go('roles')}>{t('planStep.roles')}</Button>}>
        {t('item.noRoleWhy')}
      </EmptyState>
    );
  }
  const list = <ItemList key={role.mark} work={work} role={at} roleName={role.name} job={job} faults={faults} />;
  return (
    <div>
      <h2 className="text-lead">{t('item.title')}</h2>
      <p className="mt-1 mb-4 text-soft">{t('item.lead')}</p>
      {roles.length === 1 ? (
        list
      ) : (
        <Tabs label={t('item.role')} tabs={roles.map(({ name, items }, index) => ({ value: String(index), label: name, count: items.length }))} value={String(at)} onChange={(next) => open({ role: Number(next), item: null })}>
          {list}
        </Tabs>
      )}
    </div>
  );
}
