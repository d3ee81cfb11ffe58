// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

/** Holds the place of text that is on its way; give it the height and width of what comes. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block rounded-small bg-well', className)} />;
}

/** Bones, shown only when the wait is long enough to be noticed (150 ms, in theme.css). */
export function Skeleton({ className, children }: { className?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={cx('animate-appear', className)}>
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3'] as const;

/** Rows of a list that is on its way, as high as the rows that come. */
export function RowBones({ count = 5 }: { count?: number }) {
  return (
    <Skeleton>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="flex h-16 items-center justify-between gap-8 border-b border-line">
          <Bone className={cx('h-4', widths[row % widths.length])} />
          <Bone className="h-4 w-20" />
        </div>
      ))}
    </Skeleton>
  );
}

/** A page that is on its way: heading, fact strip, text. */
export function PageBones() {
  return (
    <Skeleton className="mx-auto flex max-w-board flex-col gap-6 px-4 py-10">
      <Bone className="h-9 w-72 max-w-full" />
      <Bone className="h-12" />
      <Bone className="h-4 max-w-reading" />
      <Bone className="h-4 max-w-form" />
      <Bone className="h-4 w-2/5" />
    </Skeleton>
  );
}
