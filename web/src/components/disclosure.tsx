// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { cx } from '@/lib/cx';

type DisclosureProps = { title: ReactNode; children: ReactNode; /** Open to begin with. */ isOpen?: boolean; className?: string };

/** A part that is there on demand. */
export function Disclosure({ title, children, isOpen = false, className }: DisclosureProps) {
  return (
    <details open={isOpen} className={cx('group border-t border-line', className)}>
      <summary className="flex min-h-14 list-none items-center justify-between gap-4">
        {title}
        <svg aria-hidden viewBox="0 0 16 16" className="size-4 flex-none fill-none stroke-current stroke-[1.75] transition-transform group-open:rotate-90 rtl:-scale-x-100">
          <path d="m6 3 5 5-5 5" />
        </svg>
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
