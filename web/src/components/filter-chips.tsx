// SPDX-License-Identifier: Apache-2.0
import { cx } from '@/lib/cx';

export type Chip<Value extends string> = { value: Value; label: string };

type FilterChipsProps<Value extends string> = {
  label: string;
  chips: readonly Chip<Value>[];
  value: Value | null;
  /** Null when the chosen chip is pressed again. */
  onChange: (value: Value | null) => void;
};

/** One choice or none out of a few. The choice lives in the URL of the page that uses it. */
export function FilterChips<Value extends string>({ label, chips, value, onChange }: FilterChipsProps<Value>) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {chips.map((chip) => {
        const isChosen = chip.value === value;
        return (
          <button
            key={chip.value}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChange(isChosen ? null : chip.value)}
            className={cx(
              'min-h-11 rounded-small border px-3 text-small',
              isChosen ? 'border-ink bg-ink font-strong text-paper' : 'border-line bg-sheet hover:border-edge',
            )}
          >
            {chip.label}
          </button>
        );
      })}
    </div>
  );
}
