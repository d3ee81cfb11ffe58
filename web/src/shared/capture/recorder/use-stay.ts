// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

export type Leaving = {
  /** Somebody is about to go to another page, and is asked here. */
  isAsked: boolean;
  stay: () => void;
  go: () => void;
};

/** Asks before the page is left, for another of ours or altogether: something is on it that is nowhere else yet. */
export function useStay(isOn: boolean): Leaving {
  const blocker = useBlocker(({ currentLocation: here, nextLocation: there }) => isOn && (here.pathname !== there.pathname || here.search !== there.search));
  useEffect(() => {
    if (!isOn) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOn]);
  return { isAsked: blocker.state === 'blocked', stay: () => blocker.reset?.(), go: () => blocker.proceed?.() };
}
