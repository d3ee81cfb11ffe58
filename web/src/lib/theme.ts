// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system says. public/theme.js applies the remembered choice before the first paint.
import { useSyncExternalStore } from 'react';

import { recall, remember } from './memory';

const KEY = 'peertest.theme';
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();

function current(): Theme {
  const stored = recall(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function setTheme(theme: Theme): void {
  remember(KEY, theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
