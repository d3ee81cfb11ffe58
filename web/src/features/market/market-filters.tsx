// SPDX-License-Identifier: Apache-2.0
import { AdjustmentsHorizontalIcon, ChevronDownIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FilterChips } from '@/components/filter-chips';
import { inputLook } from '@/components/form/field-shell';
import { SearchBox } from '@/components/search-box';
import { configQuery } from '@/lib/config';
import { cx } from '@/lib/cx';
import { money } from '@/lib/format';

import { countOf, kinds, platforms, rewards, serviceTypes, sorts, withoutFilters, type Filters } from './filters';

type FilterProps = { filters: Filters; onChange: (change: Partial<Filters>) => void };

type MarketFiltersProps = FilterProps & { /** Is there a tester whom jobs could fit? */ mayFit: boolean };

/** What to look for; on a phone the chips are behind one button. */
export function MarketFilters({ filters, mayFit, onChange }: MarketFiltersProps) {
  const { t } = useTranslation('market');
  const { t: d } = useTranslation('domain');
  const [isOpen, setIsOpen] = useState(false);
  const { data: config } = useQuery(configQuery());
  const currency = config?.currencies[0] ?? 'usd';
  const count = countOf(filters);
  return (
    <search className="mb-6 flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {filters.fits ? (
          <p className="min-w-0 grow basis-64 content-center text-soft">{t('filters.fitsWhat')}</p>
        ) : (
          <>
            <SearchBox label={t('search')} placeholder={t('searchFor')} value={filters.q} onChange={(q) => onChange({ q })} />
            <SortSelect filters={filters} onChange={onChange} />
          </>
        )}
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="md:hidden">
          <AdjustmentsHorizontalIcon className="size-5" />
          {count > 0 ? t('filters.count', { count }) : t('filters.title')}
        </Button>
      </div>
      <div className={cx('flex flex-wrap items-center gap-x-6 gap-y-2', !isOpen && 'max-md:hidden')}>
        {mayFit && <FilterChips label={t('filters.you')} chips={[{ value: 'true', label: t('filters.fits') }]} value={filters.fits} onChange={(fits) => onChange({ fits, ...(fits && { q: '', sort: null }) })} />}
        <FilterChips label={t('filters.kind')} chips={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={filters.kind} onChange={(kind) => onChange({ kind })} />
        <TypeSelect filters={filters} onChange={onChange} />
        <FilterChips label={t('filters.platform')} chips={platforms.map((value) => ({ value, label: d(`platform.${value}`) }))} value={filters.platform} onChange={(platform) => onChange({ platform })} />
        <FilterChips label={t('filters.reward')} chips={rewards.map((value) => ({ value, label: t('filters.from', { amount: money(Number(value), currency) }) }))} value={filters.reward} onChange={(reward) => onChange({ reward })} />
        {count > 0 && (
          <Button kind="quiet" onClick={() => onChange({ ...withoutFilters, sort: filters.sort })}>
            {t('filters.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

/** The kinds of test that the site offers; too many for chips. */
function TypeSelect({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('market');
  const { t: d } = useTranslation('domain');
  const { data: config } = useQuery(configQuery());
  const offered: readonly string[] = config?.service_types ?? [];
  return (
    <div className="relative w-60 max-md:w-full">
      <select
        aria-label={t('filters.type')}
        value={filters.type ?? ''}
        onChange={(event) => onChange({ type: serviceTypes.find((type) => type === event.target.value) ?? null })}
        className={cx(inputLook, 'appearance-none pe-10', filters.type && 'border-ink font-strong')}
      >
        <option value="">{t('filters.anyType')}</option>
        {serviceTypes
          .filter((type) => offered.includes(type))
          .map((type) => (
            <option key={type} value={type}>
              {d(`serviceType.${type}`)}
            </option>
          ))}
      </select>
      <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
    </div>
  );
}

function SortSelect({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('market');
  const possible = sorts.filter((sort) => sort !== 'relevance' || filters.q !== '');
  const chosen = filters.sort ?? (filters.q ? 'relevance' : 'newest');
  return (
    <div className="relative w-48 max-md:grow">
      <select
        aria-label={t('sort.title')}
        value={chosen}
        onChange={(event) => onChange({ sort: possible.find((sort) => sort === event.target.value) ?? null })}
        className={cx(inputLook, 'appearance-none pe-10')}
      >
        {possible.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
      <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
    </div>
  );
}
