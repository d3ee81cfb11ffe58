// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';

import { lengthOf } from '@/lib/rules';

import { Counter } from './counter';
import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type TextFieldProps<T extends FieldValues> = FieldProps<T> &
  Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'placeholder' | 'autoCapitalize' | 'spellCheck'> & {
    /** Shows how much of the limit is used. */
    isCounted?: boolean;
  };

export function TextField<T extends FieldValues>({ control, name, label, rules, help, isCounted = false, ...attributes }: TextFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <FieldShell {...shell} aside={isCounted && rules?.maxLength && <Counter length={lengthOf(field.value ?? '')} limit={rules.maxLength} />}>
      <input {...attributes} {...input} {...field} value={field.value ?? ''} className={inputLook} />
    </FieldShell>
  );
}
