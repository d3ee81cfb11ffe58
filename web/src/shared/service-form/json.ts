// SPDX-License-Identifier: Apache-2.0
// Values whose form is only known at run time, read leniently.

export type Json = Readonly<Record<string, unknown>>;

export const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const figureOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Is there anything in it? */
export function isGiven(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isGiven);
  return value !== undefined && value !== null;
}

/** What stands at "steps/0/text". */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('/').filter(Boolean).reduce<unknown>((inner, name) => (Array.isArray(inner) ? inner[Number(name)] : objectOf(inner)[name]), value);
}
