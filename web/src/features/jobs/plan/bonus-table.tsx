// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { priceBookQuery } from '@/shared/pricing-query';

import type { Plan } from './plan-model';

const severities = ['critical', 'major', 'moderate', 'minor', 'trivial'] as const;

type BonusTableProps = { control: Control<Plan>; name: `roles.${number}.items.${number}`; currency: string };

/** What a finding of each severity earns, as the amounts are typed. */
export function BonusTable({ control, name, currency }: BonusTableProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const { data: book } = useQuery(priceBookQuery(currency));
  const [unit, cap] = useWatch({ control, name: [`${name}.bonus_unit_minor`, `${name}.bonus_cap_minor`] });
  if (!book || unit === undefined || unit === 0) return <p className="text-small text-soft">{t('item.noBonus')}</p>;
  const earned = (severity: (typeof severities)[number]) => Math.min(unit * book.bonus_weights[severity], cap ?? Infinity);
  return (
    <table className="w-full max-w-80 text-small">
      <caption className="mb-1 text-start text-soft">{t('item.bonusTable')}</caption>
      <tbody>
        {severities.map((severity) => (
          <tr key={severity} className="border-t border-line">
            <th scope="row" className="py-1 text-start font-plain">
              {d(`severity.${severity}`)}
            </th>
            <td className="figures py-1 text-end text-soft">× {book.bonus_weights[severity]}</td>
            <td className="py-1 text-end font-strong">
              <Money minor={earned(severity)} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
