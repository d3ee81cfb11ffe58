// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { money, span } from '@/lib/format';
import { numbered } from '@/lib/numbered';
import type { JobItem } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';

type ItemListProps = { items: readonly JobItem[]; currency: string };

/** The work that a role is made of, piece by piece. */
export function ItemList({ items, currency }: ItemListProps) {
  return (
    <ol className="flex flex-col">
      {numbered(items).map(({ item, number }) => (
        <Item key={item.id} item={item} number={number} currency={currency} />
      ))}
    </ol>
  );
}

const MINUTE_MS = 60_000;

function Item({ item, number, currency }: { item: JobItem; number: number; currency: string }) {
  const { t } = useTranslation('bids');
  const { t: d } = useTranslation('domain');
  const { quantity, expected_minutes, bonus_cap_minor, bonus_unit_minor } = item;
  const facts = [
    d(`serviceType.${item.service_type}`),
    !item.required && t('item.optional'),
    quantity > 1 && t('offer.times', { count: quantity }),
    expected_minutes !== null && t('offer.about', { span: span(expected_minutes * MINUTE_MS) }),
  ];
  return (
    <li className="flex gap-3 border-t border-line py-3">
      <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{number}</span>
      <div className="min-w-0 grow">
        <p dir="auto" className="font-strong break-words">
          {item.title}
        </p>
        <p className="text-small text-soft">{facts.filter(Boolean).join(' · ')}</p>
        <Prose text={item.instructions} className="mt-1" />
        {bonus_cap_minor > 0 && <p className="mt-1 text-small text-soft">{t('item.bonus', { unit: money(bonus_unit_minor, currency), cap: money(bonus_cap_minor, currency) })}</p>}
      </div>
    </li>
  );
}
