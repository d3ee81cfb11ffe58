// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import type { Schema } from '@/lib/api';
import { number } from '@/lib/format';

type BoardFiguresProps = { figures: Schema<'BuilderOverview'> };

/** The builder's numbers in one line. */
export function BoardFigures({ figures }: BoardFiguresProps) {
  const { t } = useTranslation('builder-board');
  const { currency } = figures;
  const entries = [
    { label: t('figures.toReview'), value: number(figures.to_review) },
    { label: t('figures.open'), value: number(figures.open_jobs) },
    { label: t('figures.held'), value: <Money minor={figures.held_minor} currency={currency} /> },
    { label: t('figures.spent'), value: <Money minor={figures.spent_minor} currency={currency} /> },
  ];
  return (
    <dl className="grid grid-cols-2 gap-y-6 border-y border-line py-5 md:grid-cols-4 md:divide-x md:divide-line rtl:md:divide-x-reverse">
      {entries.map(({ label, value }) => (
        <div key={label} className="flex flex-col-reverse justify-end md:px-6 md:first:ps-0">
          <dt className="text-small text-soft">{label}</dt>
          <dd className="figures text-title font-strong">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
