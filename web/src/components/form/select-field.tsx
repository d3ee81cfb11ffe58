// SPDX-License-Identifier: Apache-2.0
import { ChevronDownIcon } from '@heroicons/react/24/outline';
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

export type Option<Value extends string = string> = { value: Value; label: string };

type SelectFieldProps<T extends FieldValues> = FieldProps<T> & {
  options: readonly Option[];
  /** Shown first, for "no choice". */
  blank?: string;
  autoComplete?: string;
};

export function SelectField<T extends FieldValues>({ control, name, label, rules, help, options, blank, autoComplete }: SelectFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <FieldShell {...shell}>
      <div className="relative">
        <select {...input} {...field} value={field.value ?? ''} autoComplete={autoComplete} className={cx(inputLook, 'appearance-none pe-10')}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
      </div>
    </FieldShell>
  );
}
