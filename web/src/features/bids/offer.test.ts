// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, vi } from 'vitest';

import { clientProblem } from '@/lib/problem';
import { plan, revision, role, thread } from '@/test/bids';

import { beginWith, bodyOf, counterLines, hourlyOf, minutesOf, openLines, rangeFor, showOfferProblem, totalOf, type OfferForm } from './offer';

const [first, optional, last] = role.items.map(({ id }) => id);
const MOST = 100_000;

describe('what may be offered', () => {
  const after = (...offers: Parameters<typeof thread>[0]) => thread(offers);

  it('is anything up to the most, at first', () => {
    expect(rangeFor(after(revision(1, 'tester', [2000, 2500])), 'builder', first ?? '', MOST)).toEqual({ low: 1, high: 2000 });
  });

  it('comes closer with each offer', () => {
    const haggled = after(revision(1, 'tester', [2000, 2500]), revision(2, 'builder', [1500, 2000]), revision(3, 'tester', [1800, 2500]));
    expect(rangeFor(haggled, 'builder', first ?? '', MOST)).toEqual({ low: 1500, high: 1800 });
    expect(rangeFor(haggled, 'tester', first ?? '', MOST)).toEqual({ low: 1500, high: 1800 });
  });

  it('is the items of the thread in a counter-offer, all of the role in a first one', () => {
    expect(counterLines(after(revision(1, 'tester', [2000, 2500])), plan.roles[0], 'builder', MOST).map(({ itemId }) => itemId)).toEqual([first, last]);
    expect(openLines(role, MOST).map(({ itemId, isRequired }) => [itemId, isRequired])).toEqual([
      [first, true],
      [optional, false],
      [last, true],
    ]);
  });
});

describe('an offer', () => {
  const lines = openLines(role, MOST);
  const form: OfferForm = { ...beginWith(lines), days: 4, message: ' Hello ' };
  form.items = form.items.map((entry, at) => ({ ...entry, isIncluded: at !== 1, amount_minor: (at + 1) * 1000 }));

  it('sends the chosen items alone', () => {
    expect(bodyOf(form)).toEqual({ items: [{ item_id: first, amount_minor: 1000 }, { item_id: last, amount_minor: 3000 }], days: 4, message: 'Hello' });
  });

  it('is summed up to the cent, and by the hour', () => {
    expect(totalOf(form)).toBe(4000);
    expect(minutesOf(lines, form)).toBe(60);
    expect(hourlyOf(4001, 60)).toBe(4001);
    expect(hourlyOf(4000, 0)).toBeNull();
  });

  it('takes messages about what was sent to the lines that it came from', () => {
    const setError = vi.fn();
    showOfferProblem({ ...clientProblem('unreadable', 422), errors: [{ pointer: '/items/1/amount_minor', code: 'too-large' }] }, form, setError);
    expect(setError).toHaveBeenCalledWith('items.2.amount_minor', { type: 'too-large' });
  });

  it('says in one sentence that the person does not fit', () => {
    const setError = vi.fn();
    showOfferProblem({ ...clientProblem('unreadable', 403), type: '/problems/not-eligible', errors: [{ pointer: '/requirements/locales', code: 'not-allowed' }] }, form, setError);
    expect(setError).toHaveBeenCalledExactlyOnceWith('root', expect.objectContaining({ type: 'not-eligible' }));
  });
});
