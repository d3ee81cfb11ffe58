// SPDX-License-Identifier: Apache-2.0
import { MagnifyingGlassIcon } from '@heroicons/react/24/outline';
import { useEffect, useState } from 'react';

import { cx } from '@/lib/cx';

import { inputLook } from './form/field-shell';

const PAUSE_MS = 350;

type SearchBoxProps = { label: string; placeholder?: string; value: string; onChange: (value: string) => void };

/** Searches when typing pauses, and keeps the focus then; going back in history shows in the box. */
export function SearchBox({ label, placeholder = label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const [asked, setAsked] = useState(value);
  if (value !== shown) {
    setShown(value);
    if (value !== asked) {
      // It came from elsewhere.
      setAsked(value);
      setTyped(value);
    }
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
      <input type="search" aria-label={label} placeholder={placeholder} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} className={cx(inputLook, 'ps-10')} />
    </div>
  );
}
