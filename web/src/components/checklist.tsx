// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { cx } from '@/lib/cx';

import { StateMark } from './state-mark';

export type ChecklistItem = {
  key: string;
  title: string;
  /** Why and how; not needed any more once it is done. */
  text: string;
  isDone: boolean;
  /** What to press; shown at the item that is next. */
  action?: ReactNode;
};

type ChecklistProps = { title: string; lead: string; items: readonly ChecklistItem[] };

/** A way in a few steps, of which exactly one is next. */
export function Checklist({ title, lead, items }: ChecklistProps) {
  const next = items.find(({ isDone }) => !isDone);
  return (
    <section aria-label={title} className="max-w-reading">
      <h2 className="text-lead">{title}</h2>
      <p className="mt-1 mb-6 text-soft">{lead}</p>
      <ol className="border-t border-line">
        {items.map(({ key, title: heading, text, isDone, action }) => {
          const isNext = key === next?.key;
          return (
            <li key={key} className="flex gap-4 border-b border-line py-5">
              <StateMark state={isDone ? 'done' : isNext ? 'yours' : 'waiting'} className="mt-1" />
              <div>
                <h3 className={cx(isNext ? 'font-strong' : 'font-plain', isDone && 'text-soft')}>{heading}</h3>
                {!isDone && <p className="text-small text-soft">{text}</p>}
                {isNext && action && <div className="mt-4">{action}</div>}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
