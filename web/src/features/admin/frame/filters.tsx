// SPDX-License-Identifier: Apache-2.0
import { ChevronDownIcon, MagnifyingGlassIcon } from '@heroicons/react/24/outline';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { inputLook } from '@/components/form/field-shell';
import { cx } from '@/lib/cx';

import { SavedFilters } from './saved-filters';

/** What narrows a list: in one line on a wide screen, with the searches that were kept. */
export function Filters({ children }: { children: ReactNode }) {
  return (
    <search className="mb-6 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">{children}</div>
      <SavedFilters />
    </search>
  );
}

const PAUSE_MS = 350;

type SearchBoxProps = { label: string; value: string; onChange: (value: string) => void };

/** Searches when typing pauses. Keyed by its value, so that going back in history shows in the box. */
export function SearchBox(props: SearchBoxProps) {
  return <Box key={props.value} {...props} />;
}

function Box({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <div className="relative min-w-0 grow basis-64">
      <MagnifyingGlassIcon aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto size-5 text-soft" />
      <input type="search" aria-label={label} placeholder={label} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} className={cx(inputLook, 'ps-10')} />
    </div>
  );
}

type ChoiceProps<Value extends string> = { label: string; options: readonly { value: Value; label: string }[]; value: Value | null; onChange: (value: string | null) => void };

/** One of several values, or all of them. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation('admin');
  return (
    <div className="relative w-52 max-md:w-auto max-md:grow">
      <select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} className={cx(inputLook, 'appearance-none pe-10', value && 'border-ink font-strong')}>
        <option value="">{t('list.all', { what: label })}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
    </div>
  );
}
