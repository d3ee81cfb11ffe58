// SPDX-License-Identifier: Apache-2.0
// Filters of a list, as they stand in a page's address.

/** A value that is one of ours; anything else is left aside. */
export const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null => values.find((value) => value === text) ?? null;

/** The address with some filters changed; the rest of it stays. */
export function withParams(search: URLSearchParams, change: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
