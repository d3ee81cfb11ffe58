// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { FieldNotes } from './field-shell';
import type { Option } from './select-field';
import { useField, type FieldProps } from './use-field';

type ChoiceChipsProps<T extends FieldValues> = FieldProps<T> & { options: readonly Option[] };

/** Any number of choices out of a few; the value is the list of those chosen. */
export function ChoiceChips<T extends FieldValues>({ control, name, label, rules, help, options }: ChoiceChipsProps<T>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const chosen: readonly string[] = field.value ?? [];
  const toggle = (value: string) =>
    field.onChange(options.map((option) => option.value).filter((other) => (other === value) !== chosen.includes(other)));
  return (
    <fieldset aria-describedby={input['aria-describedby']} className="flex flex-col gap-1">
      <legend className="mb-1 font-strong">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option, at) => (
          <label
            key={option.value}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-small border border-edge bg-sheet px-3 hover:border-ink has-checked:border-ink has-checked:outline-1 has-checked:outline-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              ref={at === 0 ? field.ref : undefined}
              id={at === 0 ? input.id : undefined}
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
              onBlur={field.onBlur}
              className="size-4 accent-accent outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldNotes id={input.id} help={help} error={error} />
    </fieldset>
  );
}
