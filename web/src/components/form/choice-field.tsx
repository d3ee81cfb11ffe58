// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { FieldNotes } from './field-shell';
import type { Option } from './select-field';
import { useField, type FieldProps } from './use-field';

type ChoiceFieldProps<T extends FieldValues> = FieldProps<T> & {
  options: readonly Option[];
  /** The label is said to those who cannot see what it belongs to, and not shown. */
  isLabelHidden?: boolean;
};

/** One choice out of a few short ones, all in sight. */
export function ChoiceField<T extends FieldValues>({ control, name, label, rules, help, options, isLabelHidden = false }: ChoiceFieldProps<T>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <fieldset aria-describedby={input['aria-describedby']} className="flex flex-col gap-1">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1 font-strong'}>{label}</legend>
      <div className="flex flex-wrap gap-1.5 md:gap-2">
        {options.map((option, at) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-11 cursor-pointer items-center justify-center rounded-small border border-edge bg-sheet px-2 hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:font-strong has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:grow max-md:text-small md:px-3"
          >
            <input
              {...field}
              ref={at === 0 ? field.ref : undefined}
              id={at === 0 ? input.id : undefined}
              type="radio"
              value={option.value}
              checked={field.value === option.value}
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
