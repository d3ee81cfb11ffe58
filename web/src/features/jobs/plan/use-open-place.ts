// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router';

import { isPlanStep, searchOf, type Place, type PlanStep } from './places';

const numberIn = (text: string | null): number | null => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

/** Where in the form one is: the step, and the role and item that are open. It lives in the address, so that what is missing can be linked. */
export function useOpenPlace() {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('step');
  const step: PlanStep = isPlanStep(wanted) ? wanted : 'check';
  const place: Place = { step, role: numberIn(search.get('role')), item: numberIn(search.get('item')) };
  return {
    place,
    go: (next: PlanStep) => setSearch({ step: next }),
    open: (next: Partial<Place>) => setSearch(searchOf({ ...place, ...next }), { replace: true, preventScrollReset: true }),
  };
}

/** The place that follows a row which moved. */
export function movedTo(open: number | null, from: number, to: number): number | null {
  if (open === null) return null;
  if (open === from) return to;
  if (from < open && open <= to) return open - 1;
  return to <= open && open < from ? open + 1 : open;
}
