// SPDX-License-Identifier: Apache-2.0
import { useId, type ReactNode } from 'react';

import { cx } from '@/lib/cx';

type PanelProps = {
  title?: ReactNode;
  /** Stands beside the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page under its own heading, set off by a hairline. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={cx('border-t border-line pt-4', className)}>
      {title && (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={id} className="text-lead font-strong">
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

type CardProps = { className?: string; children: ReactNode };

/** A sheet of paper on the page: for what is filled in or can be picked up as one thing. */
export function Card({ className, children }: CardProps) {
  return <div className={cx('rounded-large border border-line bg-sheet p-4 md:p-6', className)}>{children}</div>;
}
