// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';
import { decimal, money, parseMinor } from '@/lib/format';

import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type MoneyFieldProps<T extends FieldValues> = FieldProps<T> & { currency: string; isLabelHidden?: boolean };

/** An amount in major units for the person, in minor units for the form. */
export function MoneyField<T extends FieldValues>({ control, name, label, rules, help, currency, isLabelHidden = false }: MoneyFieldProps<T>) {
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) }, (minor) => money(minor, currency));
  const minor: number | undefined = field.value;
  // What is being typed ("12.", "12,5") is not an amount yet, so it is kept beside the value.
  const [typing, setTyping] = useState<string | null>(null);
  const shown = typing ?? (minor === undefined ? '' : decimal(minor, currency));

  const type = (text: string) => {
    setTyping(text);
    field.onChange(parseMinor(text, currency) ?? undefined);
  };
  const leave = () => {
    if (minor !== undefined) setTyping(null);
    field.onBlur();
  };

  return (
    <FieldShell {...shell} isLabelHidden={isLabelHidden}>
      <div className="relative max-w-48">
        <input {...input} {...field} inputMode="decimal" autoComplete="off" value={shown} onChange={(event) => type(event.target.value)} onBlur={leave} className={cx(inputLook, 'figures pe-14 text-end')} />
        <span aria-hidden className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-small text-soft uppercase">
          {currency}
        </span>
      </div>
    </FieldShell>
  );
}
