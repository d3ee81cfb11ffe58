// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { FieldNotes } from './field-shell';
import { useField, type FieldProps } from './use-field';

export function CheckboxField<T extends FieldValues>({ control, name, label, rules, help }: FieldProps<T>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input {...input} {...field} type="checkbox" value="" checked={field.value ?? false} onChange={(event) => field.onChange(event.target.checked)} className="size-5 flex-none accent-accent" />
        {label}
      </label>
      <FieldNotes id={input.id} help={help} error={error} />
    </div>
  );
}
