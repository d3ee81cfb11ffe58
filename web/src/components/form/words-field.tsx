// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

const split = (text: string): string[] => text.split(',').map((word) => word.trim()).filter(Boolean);

/** A list of short texts, typed with commas between them. */
export function WordsField<T extends FieldValues>({ control, name, label, rules, help }: FieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const words: readonly string[] = field.value ?? [];
  // The comma that was just typed separates nothing yet, so the typing is kept beside the value.
  const [typing, setTyping] = useState<string | null>(null);
  const type = (text: string) => {
    setTyping(text);
    field.onChange(split(text));
  };
  const leave = () => {
    setTyping(null);
    field.onBlur();
  };
  return (
    <FieldShell {...shell}>
      <input {...input} {...field} autoComplete="off" value={typing ?? words.join(', ')} onChange={(event) => type(event.target.value)} onBlur={leave} className={inputLook} />
    </FieldShell>
  );
}
