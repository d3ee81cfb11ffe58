// SPDX-License-Identifier: Apache-2.0
import type { Control, FieldPath, FieldValues } from 'react-hook-form';

import { FieldShell, inputLook } from '@/components/form/field-shell';
import { useField } from '@/components/form/use-field';
import { cx } from '@/lib/cx';

/** What an authenticator shows: six figures (RFC 6238 with the usual length). */
const rules = { required: true, pattern: '[0-9]{6}' } as const;

type CodeFieldProps<T extends FieldValues> = { control: Control<T>; name: FieldPath<T>; label: string; help?: string };

/** The code from an authenticator app; the browser may fill it in, and spaces in it do no harm. */
export function CodeField<T extends FieldValues>({ control, name, label, help }: CodeFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, rules });
  return (
    <FieldShell {...shell}>
      <input
        {...input}
        {...field}
        value={field.value ?? ''}
        onChange={(event) => field.onChange(event.target.value.replaceAll(/\s/g, ''))}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        className={cx(inputLook, 'figures max-w-40 font-mono text-lead')}
      />
    </FieldShell>
  );
}
