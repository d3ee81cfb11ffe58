// SPDX-License-Identifier: Apache-2.0
// The days that earnings are counted for, as they stand in the page's address: from=2026-01-01&to=2026-01-31.

/** Both days are included; an empty one leaves that end open. */
export type Period = { from: string; to: string };

const dayOf = (text: string | null): string => (text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '');

export const readPeriod = (search: URLSearchParams): Period => ({ from: dayOf(search.get('from')), to: dayOf(search.get('to')) });

export function withPeriod(search: URLSearchParams, change: Partial<Period>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, day] of Object.entries(change)) {
    if (day) next.set(name, day);
    else next.delete(name);
  }
  return next;
}

/** The first instant of a day on the reader's device, some days later. */
function startOf(day: string, later = 0): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

export const queryOf = ({ from, to }: Period): { from?: string; to?: string } => ({
  ...(from && { from: startOf(from) }),
  ...(to && { to: startOf(to, 1) }),
});
