// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from './button';
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

/** So much is shown at first, and a few more rather than a button for them. */
const SHOWN = 8;
const SPARED = 3;

/** Everything that happened to an object, newest first; a long past is there on demand. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && events.length > SHOWN + SPARED;
  return (
    <>
      <EventList events={isCut ? events.slice(0, SHOWN) : events} />
      {isCut && (
        <Button kind="quiet" onClick={() => setIsWhole(true)} className="-ms-4">
          {t('earlier', { count: events.length - SHOWN })}
        </Button>
      )}
    </>
  );
}

function EventList({ events }: { events: readonly TimelineEvent[] }) {
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
