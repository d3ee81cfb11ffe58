// SPDX-License-Identifier: Apache-2.0

const two = (value: number): string => String(value).padStart(2, '0');

/** "Screenshot 2026-03-01 14.05.09.png": sorts by time, and every system can store it. */
export function captureName(what: string, at: Date, ending: string): string {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${what} ${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}.${ending}`;
}
