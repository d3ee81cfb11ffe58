// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';

import { FieldNotes } from './field-shell';
import { useField, type FieldProps } from './use-field';

type ValueFieldProps<T extends FieldValues, Value> = FieldProps<T> & { options: readonly { value: Value; label: string }[]; optional?: string };

/** One choice out of a few, all in sight, whose value is a number or yes or no; a second click takes it back. */
export function ValueField<T extends FieldValues, Value extends number | boolean>({ control, name, label, rules, help, options, optional }: ValueFieldProps<T, Value>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <fieldset aria-describedby={input['aria-describedby']} className="flex flex-col gap-1">
      <legend className="mb-1 font-strong">
        {label}
        {optional && <span className="font-plain text-soft"> {optional}</span>}
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option, at) => (
          <label
            key={option.label}
            className={cx(
              'relative inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-small border border-edge bg-sheet px-3 hover:border-ink',
              'has-checked:border-ink has-checked:bg-ink has-checked:font-strong has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              ref={at === 0 ? field.ref : undefined}
              id={at === 0 ? input.id : undefined}
              name={field.name}
              type="radio"
              value={String(option.value)}
              checked={field.value === option.value}
              onChange={() => field.onChange(option.value)}
              onClick={() => field.value === option.value && field.onChange(undefined)}
              onBlur={field.onBlur}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldNotes id={input.id} help={help} error={error} />
    </fieldset>
  );
}
