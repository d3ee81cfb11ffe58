// SPDX-License-Identifier: Apache-2.0
// What is being typed, kept for this tab until the server has it: a reload loses nothing.

const PREFIX = 'peertest.kept.';

export function keep(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Blocked or full: then a reload loses it, as it would without us.
  }
}

/** What was kept under a key; the caller, who kept it, knows its form. */
export function kept<Value>(key: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** The next person at this tab must not find it. */
export function forgetKept(): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
  for (const key of keys) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
