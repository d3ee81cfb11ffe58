// SPDX-License-Identifier: Apache-2.0
import { cx } from '@/lib/cx';

/** Text that a person wrote: their lines and their direction of writing. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <p dir="auto" className={cx('max-w-reading break-words whitespace-pre-line', className)}>
      {text}
    </p>
  );
}
