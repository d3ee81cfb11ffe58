// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';
import { lengthOf } from '@/lib/rules';

import { Counter } from './counter';
import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type TextAreaFieldProps<T extends FieldValues> = FieldProps<T> & { rows?: number; placeholder?: string };

/** Several lines; grows with its text, and counts down to the limit. */
export function TextAreaField<T extends FieldValues>({ control, name, label, rules, help, rows = 5, placeholder }: TextAreaFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const text: string = field.value ?? '';
  return (
    <FieldShell {...shell} aside={rules?.maxLength && <Counter length={lengthOf(text)} limit={rules.maxLength} />}>
      <textarea {...input} {...field} value={text} rows={rows} placeholder={placeholder} className={cx(inputLook, 'field-sizing-content max-h-[60dvh] resize-y', rows > 3 ? 'min-h-32' : 'min-h-20')} />
    </FieldShell>
  );
}
