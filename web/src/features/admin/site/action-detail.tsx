// SPDX-License-Identifier: Apache-2.0

type Detail = Readonly<Record<string, unknown>>;

const isDetail = (value: unknown): value is Detail => typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (name: string): string => name.replaceAll('_', ' ');

/** Values as they were written down; what has members of its own, member by member. */
function textOf(value: unknown): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.map(textOf).join(', ') || '–';
  if (!isDetail(value)) return String(value);
  return Object.entries(value)
    .map(([name, member]) => `${nameOf(name)} ${textOf(member)}`)
    .join(', ');
}

/** What was noted beside the reason: names and values. */
export function ActionDetail({ detail }: { detail: Detail }) {
  const entries = Object.entries(detail);
  if (entries.length === 0) return null;
  return (
    <span className="block text-note wrap-anywhere text-soft">
      {entries.map(([name, value]) => (
        <span key={name} className="block">
          {nameOf(name)}: {textOf(value)}
        </span>
      ))}
    </span>
  );
}
