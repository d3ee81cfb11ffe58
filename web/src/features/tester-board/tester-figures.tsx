// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Money } from '@/components/money';
import type { Schema } from '@/lib/api';
import { number } from '@/lib/format';

type TesterFiguresProps = { figures: Schema<'TesterOverview'> };

/** The tester's numbers in one line; the money leads to the earnings. */
export function TesterFigures({ figures }: TesterFiguresProps) {
  const { t } = useTranslation('tester-board');
  const { currency } = figures;
  const entries = [
    { label: t('figures.approved'), value: number(figures.approved) },
    { label: t('figures.held'), value: <Money minor={figures.held_minor} currency={currency} /> },
    { label: t('figures.onTheWay'), value: <Money minor={figures.on_the_way_minor} currency={currency} /> },
    { label: t('figures.paid'), value: <Money minor={figures.paid_minor} currency={currency} /> },
  ];
  return (
    <section aria-label={t('figures.title')}>
      <dl className="grid grid-cols-2 gap-y-6 border-y border-line py-5 md:grid-cols-4 md:divide-x md:divide-line rtl:md:divide-x-reverse">
        {entries.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse justify-end md:px-6 md:first:ps-0">
            <dt className="text-small text-soft">{label}</dt>
            <dd className="figures text-title font-strong">{value}</dd>
          </div>
        ))}
      </dl>
      <Link to="/earnings" className="link inline-flex min-h-11 items-center text-small">
        {t('figures.toEarnings')}
      </Link>
    </section>
  );
}
