// SPDX-License-Identifier: Apache-2.0
import { cx } from '@/lib/cx';
import { money } from '@/lib/format';

type MoneyProps = { minor: number; currency: string; className?: string };

/** An amount with its currency, never broken over two lines. */
export function Money({ minor, currency, className }: MoneyProps) {
  return <span className={cx('figures whitespace-nowrap', className)}>{money(minor, currency)}</span>;
}
