// SPDX-License-Identifier: Apache-2.0
import { cx } from '@/lib/cx';

import { Money } from './money';

export type SplitPart = { label: string; minor: number; tone: 'main' | 'fee' | 'back' };

type SplitBarProps = { parts: readonly SplitPart[]; currency: string; label: string };

const tones: Record<SplitPart['tone'], string> = {
  main: 'fill-ink',
  fee: 'fill-edge',
  back: 'fill-line',
};

/** Where each cent goes: a bar in proportion, and under it the same in figures. */
export function SplitBar({ parts, currency, label }: SplitBarProps) {
  const total = parts.reduce((sum, part) => sum + part.minor, 0);
  const shown = parts.filter((part) => part.minor > 0);
  return (
    <figure aria-label={label}>
      <div aria-hidden className="flex h-3 gap-0.5">
        {shown.map((part) => (
          <svg key={part.label} className={cx('h-full rounded-small transition-[width]', tones[part.tone])} width={`${(part.minor * 100) / total}%`}>
            <rect width="100%" height="100%" />
          </svg>
        ))}
      </div>
      <figcaption className="mt-3">
        <dl className="flex flex-col gap-1">
          {parts.map((part) => (
            <div key={part.label} className="flex items-baseline justify-between gap-4">
              <dt className="flex items-baseline gap-2 text-small text-soft">
                <svg aria-hidden viewBox="0 0 8 8" className={cx('size-2 flex-none', tones[part.tone])}>
                  <rect width="8" height="8" rx="1" />
                </svg>
                {part.label}
              </dt>
              <dd>
                <Money minor={part.minor} currency={currency} />
              </dd>
            </div>
          ))}
        </dl>
      </figcaption>
    </figure>
  );
}
