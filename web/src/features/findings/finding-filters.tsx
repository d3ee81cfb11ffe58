// SPDX-License-Identifier: Apache-2.0
import { ChevronDownIcon, MagnifyingGlassIcon } from '@heroicons/react/24/outline';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { inputLook } from '@/components/form/field-shell';
import { cx } from '@/lib/cx';

import { isNarrowed, kinds, severities, states, withoutFilters, type Filters } from './filters';

type FindingFiltersProps = { filters: Filters; onChange: (change: Partial<Filters>) => void };

/** Words, state, severity and kind: what narrows the list. */
export function FindingFilters({ filters, onChange }: FindingFiltersProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  return (
    <search className="mb-6 flex flex-wrap gap-3">
      <SearchBox value={filters.q} onChange={(q) => onChange({ q })} />
      <Choice label={t('list.anyState')} name={t('list.state')} values={states} textOf={(state) => t(`state.${state}`)} value={filters.state} onChange={(state) => onChange({ state })} />
      <Choice label={t('list.anySeverity')} name={t('list.severity')} values={severities} textOf={(severity) => d(`severity.${severity}`)} value={filters.severity} onChange={(severity) => onChange({ severity })} />
      <Choice label={t('list.anyKind')} name={t('list.kind')} values={kinds} textOf={(kind) => d(`findingKind.${kind}`)} value={filters.kind} onChange={(kind) => onChange({ kind })} />
      {isNarrowed(filters) && (
        <Button kind="quiet" onClick={() => onChange(withoutFilters)}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  );
}

const PAUSE_MS = 350;

type SearchBoxProps = { value: string; onChange: (value: string) => void };

/** Searches when typing pauses, and keeps the focus then; going back in history shows in the box. */
function SearchBox({ value, onChange }: SearchBoxProps) {
  const { t } = useTranslation('findings');
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const [asked, setAsked] = useState(value);
  if (value !== shown) {
    setShown(value);
    if (value !== asked) setTyped(value); // it came from elsewhere
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => {
      setAsked(typed.trim());
      onChange(typed.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <div className="relative min-w-0 grow basis-64">
      <MagnifyingGlassIcon aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto size-5 text-soft" />
      <input type="search" aria-label={t('list.search')} placeholder={t('list.search')} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} className={cx(inputLook, 'ps-10')} />
    </div>
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
