// SPDX-License-Identifier: Apache-2.0
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';
import { instant } from '@/lib/format';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

const pad = (value: number): string => String(value).padStart(2, '0');

/** As <input type="datetime-local"> writes it: on the clock of the device. */
function localOf(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

const isoOf = (local: string): string => (local === '' ? '' : new Date(local).toISOString());

/** A day and time; the value is the instant, and below it stands in the reader's zone, named. */
export function InstantField<T extends FieldValues>({ control, name, label, rules, help }: FieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const iso: string = field.value ?? '';
  return (
    <FieldShell {...shell} help={iso === '' ? help : instant(iso)}>
      <input {...input} {...field} type="datetime-local" value={iso === '' ? '' : localOf(iso)} onChange={(event) => field.onChange(isoOf(event.target.value))} className={cx(inputLook, 'max-w-72')} />
    </FieldShell>
  );
}
