// SPDX-License-Identifier: Apache-2.0
// Keys that work on the whole page. Each is listed in the help that "?" opens, for as long as it works.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type Shortcut = {
  /** A character ("?"), or "mod+k" for Ctrl or ⌘ with a letter. */
  keys: string;
  label: string;
};

type Active = Shortcut & { run: () => void };

let active: readonly Active[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Active[]): void {
  active = next;
  listeners.forEach((changed) => changed());
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const keysOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;

function onKeyDown(event: KeyboardEvent): void {
  const keys = keysOf(event);
  const isPlain = !keys.startsWith('mod+');
  if (event.defaultPrevented || event.altKey) return;
  if (isPlain && (isTyping(event.target) || document.querySelector('dialog[open]'))) return;
  const shortcut = active.findLast((candidate) => candidate.keys === keys);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

document.addEventListener('keydown', onKeyDown);

/** Makes a key work while the component is shown. The newest owner of a key gets it. */
export function useShortcut({ keys, label }: Shortcut, run: () => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    const shortcut: Active = { keys, label, run: () => runLatest() };
    change([...active, shortcut]);
    return () => change(active.filter((other) => other !== shortcut));
  }, [keys, label]);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useShortcutList = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => active);
