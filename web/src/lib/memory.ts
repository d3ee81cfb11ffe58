// SPDX-License-Identifier: Apache-2.0
// The browser's storage for what is convenient but never needed: it may be blocked or full.

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Then it is forgotten with the page, which is all that is lost.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
