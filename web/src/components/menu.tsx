// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { cx } from '@/lib/cx';

export type MenuItem = { label: string; onSelect: () => void; icon?: ReactNode; isDanger?: boolean; isCurrent?: boolean };

type MenuProps = {
  /** Names the button for those who cannot see it. */
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  /** Text above the items, such as who is signed in. */
  heading?: ReactNode;
  /** Which way it opens: up where there is no room below. */
  side?: 'below' | 'above';
  /** Which of its edges stands at the button's. */
  edge?: 'start' | 'end';
};

/** A button that opens a short list of actions. Arrows move, Escape closes and returns to the button. */
export function Menu({ label, trigger, items, heading, side = 'below', edge = 'end' }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return undefined;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const select = (item: MenuItem) => {
    close();
    item.onSelect();
  };

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => event.key === 'ArrowDown' && (event.preventDefault(), setIsOpen(true))}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-small px-2 font-strong hover:bg-well"
      >
        {trigger}
      </button>
      {isOpen && (
        <div className={cx('absolute z-20 my-1 w-max max-w-[80vw] min-w-48 animate-rise rounded-large border border-line bg-sheet py-1 text-body shadow-float', side === 'below' ? 'top-full' : 'bottom-full', edge === 'end' ? 'end-0' : 'start-0')}>
          {heading && <div className="border-b border-line px-4 pt-1 pb-2 text-small text-soft">{heading}</div>}
          <div id={id} role="menu" aria-label={label} tabIndex={-1} onKeyDown={(event) => moveFocus(event, close)}>
            {items.map((item) => (
              <button
                key={item.label}
                type="button"
                role={item.isCurrent === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.isCurrent}
                tabIndex={-1}
                onClick={() => select(item)}
                className={cx(
                  'flex min-h-11 w-full items-center gap-3 px-4 text-start hover:bg-well focus-visible:-outline-offset-2',
                  item.isDanger && 'text-problem',
                  item.isCurrent && 'font-strong',
                )}
              >
                {item.icon}
                {item.label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const strides: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

function moveFocus(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.preventDefault();
    close();
    return;
  }
  const stride = strides[event.key];
  if (!stride) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[stride(at, items.length - 1)]?.focus();
}
