// SPDX-License-Identifier: Apache-2.0

export type Strength = 1 | 2 | 3 | 4;

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/] as const;
const alphabets = [26, 26, 10, 32] as const;

/** Characters that carry news: not the same again, not the next in a row ("aaa", "123"). */
function surprising(password: string): number {
  const points = [...password].map((character) => character.codePointAt(0) ?? 0);
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || Math.abs(point - before) > 1;
  }).length;
}

/**
 * A rough guess at how long a password would hold, to guide the person while typing. The server
 * judges: it knows the list of common ones.
 */
export function strengthOf(password: string): Strength {
  const alphabet = kinds.reduce((size, kind, at) => (kind.test(password) ? size + (alphabets[at] ?? 0) : size), 0);
  const bits = surprising(password) * Math.log2(Math.max(2, alphabet));
  if (password.length < 10 || bits < 40) return 1;
  if (bits < 55) return 2;
  return bits < 75 ? 3 : 4;
}
