// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type TextFieldProps<T extends FieldValues> = FieldProps<T> &
  Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'placeholder' | 'autoCapitalize' | 'spellCheck'>;

export function TextField<T extends FieldValues>({ control, name, label, rules, help, ...attributes }: TextFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <FieldShell {...shell}>
      <input {...attributes} {...input} {...field} value={field.value ?? ''} className={inputLook} />
    </FieldShell>
  );
}
