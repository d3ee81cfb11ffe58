// SPDX-License-Identifier: Apache-2.0
import { money } from '@/lib/format';

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

const isAmount = (name: string, value: unknown): value is number => name.endsWith('_minor') && typeof value === 'number';

/** An amount is noted in its currency's smallest unit, beside the currency: together they are one line. */
function linesOf(detail: Detail): [string, string][] {
  const currency = typeof detail['currency'] === 'string' ? detail['currency'] : null;
  const entries = Object.entries(detail);
  const isOneLine = currency !== null && entries.some(([name, value]) => isAmount(name, value));
  return entries
    .filter(([name]) => !isOneLine || name !== 'currency')
    .map(([name, value]) => (currency !== null && isAmount(name, value) ? [nameOf(name.replace('_minor', '')), money(value, currency)] : [nameOf(name), textOf(value)]));
}

/** What was noted beside the reason: names and values. */
export function ActionDetail({ detail }: { detail: Detail }) {
  const entries = linesOf(detail);
  if (entries.length === 0) return null;
  return (
    <span className="block text-note wrap-anywhere text-soft">
      {entries.map(([name, value]) => (
        <span key={name} className="block">
          {name}: {value}
        </span>
      ))}
    </span>
  );
}
