// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { money } from '@/lib/format';

import type { PlanRole } from './plan-model';

type RoleCardsProps = { roles: readonly PlanRole[]; currency: string };

/** The roles and their work, to read through. */
export function RoleCards({ roles, currency }: RoleCardsProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  if (roles.length === 0) return <p className="text-soft">{t('role.none')}</p>;
  return (
    <ol className="flex flex-col gap-6">
      {roles.map(({ mark, name, seats = 1, items, budget_low_minor: low, budget_high_minor: high }) => (
        <li key={mark}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 dir="auto" className="font-strong">
              {name}
            </h3>
            <p className="figures text-small text-soft">
              {t('role.testers', { count: seats })}
              {low !== undefined && high !== undefined && ` · ${t('role.budgetRange', { low: money(low, currency), high: money(high, currency) })}`}
            </p>
          </div>
          <ul className="mt-1 border-t border-line">
            {items.map((item) => (
              <li key={item.mark} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
                <span dir="auto">{item.title}</span>
                <span className="text-small text-soft">
                  {d(`serviceType.${item.service_type}`)}
                  {!item.required && ` · ${t('item.optional')}`}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
