// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { StateMark, type State } from './state-mark';
import { RelativeTime } from './time';

export type TimelineEvent = {
  id: string;
  at: string;
  state: State;
  /** Who did what, in one sentence. */
  text: ReactNode;
  /** What it led to: money moved, a clock started. */
  effect?: ReactNode;
};

/** Everything that happened to an object, newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol>
      {events.map((event) => (
        <li key={event.id} className="group flex gap-3">
          <span className="flex flex-col items-center">
            <StateMark state={event.state} className="mt-1" />
            <span aria-hidden className="my-1 w-px grow bg-line group-last:hidden" />
          </span>
          <div className="pb-5">
            <p>{event.text}</p>
            {event.effect && <p className="text-small text-soft">{event.effect}</p>}
            <p className="text-note text-soft">
              <RelativeTime at={event.at} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
