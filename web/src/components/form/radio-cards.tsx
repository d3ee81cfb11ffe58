// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';

import { FieldNotes } from './field-shell';
import type { Option } from './select-field';
import { useField, type FieldProps } from './use-field';

export type RadioCard = Option & { description?: ReactNode };

type RadioCardsProps<T extends FieldValues> = FieldProps<T> & {
  options: readonly RadioCard[];
  /** One below the other, for more than two or three. */
  isStacked?: boolean;
};

/** One of a few choices that need a sentence each. */
export function RadioCards<T extends FieldValues>({ control, name, label, rules, help, options, isStacked = false }: RadioCardsProps<T>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  return (
    <fieldset aria-describedby={input['aria-describedby']} className="flex flex-col gap-1">
      <legend className="mb-1 font-strong">{label}</legend>
      <div className={cx('grid', isStacked ? 'gap-2' : 'gap-3 md:auto-cols-fr md:grid-flow-col')}>
        {options.map((option, at) => (
          <label
            key={option.value}
            className={cx(isStacked ? 'px-4 py-2' : 'p-4', 'flex cursor-pointer items-start gap-3 rounded-large border border-edge bg-sheet hover:border-ink has-checked:border-ink has-checked:outline-1 has-checked:outline-ink has-focus-visible:outline-2 has-focus-visible:outline-accent')}
          >
            <input
              {...field}
              ref={at === 0 ? field.ref : undefined}
              id={at === 0 ? input.id : undefined}
              type="radio"
              value={option.value}
              checked={field.value === option.value}
              className="mt-1 size-4 flex-none accent-accent outline-none"
            />
            <span>
              <span className="block font-strong">{option.label}</span>
              {option.description && <span className="block text-small text-soft">{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={input.id} help={help} error={error} />
    </fieldset>
  );
}
