// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { cx } from '@/lib/cx';

/** Whose turn it is, or how it went. */
export type State = 'yours' | 'theirs' | 'waiting' | 'done' | 'problem';

const colours: Record<State, string> = {
  yours: 'text-yours',
  theirs: 'text-theirs',
  waiting: 'text-waiting',
  done: 'text-done',
  problem: 'text-problem',
};

/** Five shapes that are told apart without colour: full, half, dashed, ticked, barred. */
const shapes: Record<State, ReactNode> = {
  yours: <circle cx="8" cy="8" r="5.5" className="fill-current" />,
  theirs: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" className="fill-current" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.6 3.16" />,
  done: <path d="m2.5 8.5 3.5 3.5 7.5-8" />,
  problem: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.5 11.5 7-7" />
    </>
  ),
};

type StateMarkProps = { state: State; className?: string };

export function StateMark({ state, className }: StateMarkProps) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className={cx('size-4 flex-none fill-none stroke-current stroke-[1.75]', colours[state], className)}>
      {shapes[state]}
    </svg>
  );
}

type BadgeProps = { state: State; children: ReactNode };

/** A state in one or two words, with its mark. */
export function Badge({ state, children }: BadgeProps) {
  return (
    <span className={cx('inline-flex items-start gap-1.5 text-small font-strong', colours[state])}>
      <StateMark state={state} className="mt-0.75" />
      <span className="self-baseline">{children}</span>
    </span>
  );
}
