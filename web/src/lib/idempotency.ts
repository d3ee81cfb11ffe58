// SPDX-License-Identifier: Apache-2.0
// One key per thing that a person does. When the outcome stays unknown (no answer, or the server
// stumbled) and they try again, the same key goes out again, so that nothing happens twice.

const undecided = new Map<string, string>();

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The key of an action that is told apart by where it goes and what it says. */
export function keyFor(action: string): string {
  const key = undecided.get(action) ?? randomKey();
  undecided.set(action, key);
  return key;
}

/** The outcome is known: the same words said again are a new action. */
export const settle = (action: string): boolean => undecided.delete(action);

export const forgetActions = (): void => undecided.clear();
