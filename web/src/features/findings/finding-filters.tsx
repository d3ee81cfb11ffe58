// SPDX-License-Identifier: Apache-2.0
import { AdjustmentsHorizontalIcon, ChevronDownIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { inputLook } from '@/components/form/field-shell';
import { SearchBox } from '@/components/search-box';
import { cx } from '@/lib/cx';

import { countOf, isNarrowed, kinds, severities, states, withoutFilters, type Filters } from './filters';

type FindingFiltersProps = { filters: Filters; onChange: (change: Partial<Filters>) => void };

/** Words, state, severity and kind: what narrows the list. On a phone all but the words are behind one button. */
export function FindingFilters({ filters, onChange }: FindingFiltersProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const [isOpen, setIsOpen] = useState(false);
  const count = countOf(filters);
  return (
    <search className="mb-6 flex flex-wrap gap-3">
      <SearchBox label={t('list.search')} value={filters.q} onChange={(q) => onChange({ q })} />
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="md:hidden">
        <AdjustmentsHorizontalIcon className="size-5" />
        {count > 0 ? t('list.filterCount', { count }) : t('list.filters')}
      </Button>
      <div className={cx('flex flex-wrap gap-3 max-md:w-full', !isOpen && 'max-md:hidden')}>
        <Choice label={t('list.anyState')} name={t('list.state')} values={states} textOf={(state) => t(`state.${state}`)} value={filters.state} onChange={(state) => onChange({ state })} />
        <Choice label={t('list.anySeverity')} name={t('list.severity')} values={severities} textOf={(severity) => d(`severity.${severity}`)} value={filters.severity} onChange={(severity) => onChange({ severity })} />
        <Choice label={t('list.anyKind')} name={t('list.kind')} values={kinds} textOf={(kind) => d(`findingKind.${kind}`)} value={filters.kind} onChange={(kind) => onChange({ kind })} />
        {isNarrowed(filters) && (
          <Button kind="quiet" onClick={() => onChange(withoutFilters)}>
            {t('list.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

type ChoiceProps<Value extends string> = {
  /** What it says while nothing is chosen. */
  label: string;
  name: string;
  values: readonly Value[];
  textOf: (value: Value) => string;
  value: Value | null;
  onChange: (value: Value | null) => void;
};

function Choice<Value extends string>({ label, name, values, textOf, value, onChange }: ChoiceProps<Value>) {
  return (
    <div className="relative w-44 max-md:grow">
      <select
        aria-label={name}
        value={value ?? ''}
        onChange={(event) => onChange(values.find((known) => known === event.target.value) ?? null)}
        className={cx(inputLook, 'appearance-none pe-10', value && 'border-ink font-strong')}
      >
        <option value="">{label}</option>
        {values.map((known) => (
          <option key={known} value={known}>
            {textOf(known)}
          </option>
        ))}
      </select>
      <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
    </div>
  );
}
