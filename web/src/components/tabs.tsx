// SPDX-License-Identifier: Apache-2.0
import { useId, type KeyboardEvent, type ReactNode } from 'react';

import { cx } from '@/lib/cx';

export type Tab<Value extends string> = { value: Value; label: string; count?: number | undefined };

type TabsProps<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** The panel of the chosen tab. */
  children: ReactNode;
};

/** One of several views in the same place. The choice belongs to the caller, usually to the URL. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, children }: TabsProps<Value>) {
  const id = useId();

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const ahead = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(at + (event.key === ahead ? 1 : tabs.length - 1)) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };

  return (
    <div>
      <div role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move} className="flex gap-6 overflow-x-auto border-b border-line">
        {tabs.map((tab) => {
          const isChosen = tab.value === value;
          return (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              data-value={tab.value}
              aria-selected={isChosen}
              aria-controls={`${id}-panel`}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => onChange(tab.value)}
              className={cx(
                '-mb-px min-h-11 border-b-2 whitespace-nowrap focus-visible:-outline-offset-2',
                isChosen ? 'border-ink font-strong' : 'border-transparent text-soft hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="figures ms-2 text-small text-soft">{tab.count}</span>}
            </button>
          );
        })}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className="pt-6">
        {children}
      </div>
    </div>
  );
}
