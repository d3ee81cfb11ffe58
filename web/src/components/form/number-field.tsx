// SPDX-License-Identifier: Apache-2.0
import { MinusIcon, PlusIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

import { IconButton } from '../button';
import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

/** A small whole number, typed or stepped. */
export function NumberField<T extends FieldValues>({ control, name, label, rules, help }: FieldProps<T>) {
  const { t } = useTranslation();
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const value: number | undefined = field.value;
  const min = rules?.min ?? 0;
  const max = rules?.max ?? Number.MAX_SAFE_INTEGER;

  // An emptied field has no value, and the form would show the one that it began with; so what is typed is kept beside it.
  const [typing, setTyping] = useState<string | null>(null);
  const type = (text: string) => {
    const isFigure = /^\d+$/.test(text);
    setTyping(isFigure ? null : text);
    field.onChange(isFigure ? Number(text) : undefined);
  };
  const step = (by: number) => {
    setTyping(null);
    field.onChange(Math.min(max, Math.max(min, (typing === null ? (value ?? min) : min) + by)));
  };

  return (
    <FieldShell {...shell}>
      <div className="flex items-center gap-1">
        <IconButton label={t('less')} icon={<MinusIcon className="size-5" />} disabled={value !== undefined && value <= min} onClick={() => step(-1)} />
        <input
          {...input}
          {...field}
          inputMode="numeric"
          autoComplete="off"
          value={typing ?? value ?? ''}
          onChange={(event) => type(event.target.value.trim())}
          className={cx(inputLook, 'figures max-w-24 text-center')}
        />
        <IconButton label={t('more')} icon={<PlusIcon className="size-5" />} disabled={value !== undefined && value >= max} onClick={() => step(1)} />
      </div>
    </FieldShell>
  );
}
