// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { ServiceType } from '@/shared/jobs-query';
import { DetailsForm } from '@/shared/service-form/details-form';

import type { PlanWork } from './use-plan';

type ItemDetailsProps = { work: PlanWork; name: `roles.${number}.items.${number}`; type: ServiceType };

/** What the kind of test asks of the builder: its cases, tasks, scope and so on. */
export function ItemDetails({ work, name, type }: ItemDetailsProps) {
  const { t } = useTranslation('jobs');
  const form = work.forms.get(type);
  if (!form || form.details.length === 0) return null;
  return (
    <section aria-label={t('item.details')} className="border-t border-line pt-4">
      <h3 className="mb-4 font-strong">{t('item.details')}</h3>
      <DetailsForm control={work.form.control} name={`${name}.details`} type={form} />
    </section>
  );
}
