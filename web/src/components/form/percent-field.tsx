// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';
import { percent } from '@/lib/format';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

/** A share in whole per cent: pulled along a line, or typed. */
export function PercentField<T extends FieldValues>({ control, name, label, rules, help }: FieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const value: number | undefined = field.value;
  const { min = 0, max = 100 } = rules ?? {};
  // An emptied field has no value, and the form would show the one that it began with; so what is typed is kept beside it.
  const [typing, setTyping] = useState<string | null>(null);
  const type = (text: string) => {
    const isFigure = /^\d{1,3}$/.test(text);
    setTyping(isFigure ? null : text);
    field.onChange(isFigure ? Number(text) : undefined);
  };
  const pull = (share: number) => {
    setTyping(null);
    field.onChange(share);
  };
  return (
    <FieldShell {...shell}>
      <div className="flex items-center gap-4">
        <input
          type="range"
          aria-label={label}
          aria-valuetext={value === undefined ? '' : percent(value * 100)}
          min={min}
          max={max}
          value={value ?? Math.round((min + max) / 2)}
          onChange={(event) => pull(event.target.valueAsNumber)}
          className="h-11 min-w-0 grow cursor-pointer"
        />
        <span className="relative w-24 flex-none">
          <input {...input} {...field} inputMode="numeric" autoComplete="off" value={typing ?? value ?? ''} onChange={(event) => type(event.target.value.trim())} className={cx(inputLook, 'figures pe-9 text-end')} />
          <span aria-hidden className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-small text-soft">
            %
          </span>
        </span>
      </div>
    </FieldShell>
  );
}
