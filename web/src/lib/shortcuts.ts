// SPDX-License-Identifier: Apache-2.0
// Keys that work on the whole page. Each is listed in the help that "?" opens, for as long as it works.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type Shortcut = {
  /** A character ("?"), or "mod+k" for Ctrl or ⌘ with a letter. */
  keys: string;
  label: string;
  /** Also while a dialog is open: what it does has nothing to do with one. */
  isInDialogs?: boolean;
};

type Active = Shortcut & { run: () => void };

let active: readonly Active[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Active[]): void {
  active = next;
  listeners.forEach((changed) => changed());
}

/** Whether a key goes into a field: of this window, or of a small one of ours, whose elements are of other classes. */
export function isTyping(target: EventTarget | null): boolean {
  const { isContentEditable = false, tagName = '' } = (target ?? {}) as Partial<HTMLElement>;
  return isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(tagName);
}

const keysOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;

function onKeyDown(event: KeyboardEvent): void {
  const keys = keysOf(event);
  const isPlain = !keys.startsWith('mod+');
  if (event.defaultPrevented || event.altKey) return;
  if (isPlain && isTyping(event.target)) return;
  const shortcut = active.findLast((candidate) => candidate.keys === keys);
  if (!shortcut || (isPlain && !shortcut.isInDialogs && document.querySelector('dialog[open]'))) return;
  event.preventDefault();
  shortcut.run();
}

document.addEventListener('keydown', onKeyDown);

/** Makes a key work while the component is shown. The newest owner of a key gets it. */
export function useShortcut({ keys, label, isInDialogs = false }: Shortcut, run: () => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    const shortcut: Active = { keys, label, isInDialogs, run: () => runLatest() };
    change([...active, shortcut]);
    return () => change(active.filter((other) => other !== shortcut));
  }, [keys, label, isInDialogs]);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useShortcutList = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => active);
