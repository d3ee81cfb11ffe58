// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { plan, revision, role, thread } from '@/test/bids';
import { show, visit } from '@/test/render';
import { builder, list, recorded, signIn } from '@/test/session';

import { Comparison } from './comparison';

const card = (number: number, name: string): Schema<'TesterCard'> => ({ id: `0190a000-0000-7000-8000-00000000070${number}`, full_name: name, country: 'PT', approved: number, approval_rate: 90 + number, on_time_rate: null, level: 'experienced', match_score: 60 + number });
const candidate = (number: number, name: string, more: Partial<Schema<'Candidate'>> = {}): Schema<'Candidate'> => ({ tester: card(number, name), invited_at: null, bid_id: null, ...more });

afterEach(drop);

function open(candidates: readonly Schema<'Candidate'>[], ...handlers: RequestHandler[]) {
  signIn(
    builder,
    http.get(at(`/jobs/${plan.id}`), () => HttpResponse.json({ ...plan, mine: true })),
    http.get(at(`/jobs/${plan.id}/roles/${role.id}/candidates`), () => list(candidates)),
    ...handlers,
  );
  return visit(`/jobs/${plan.id}/bids`);
}

describe('testers who fit a role', () => {
  it('are asked for a bid, once', async () => {
    const { sent, take } = recorded(() => HttpResponse.json({ invited: 1 }));
    open([candidate(1, 'Ines'), candidate(2, 'Omar', { invited_at: plan.created_at }), candidate(3, 'Kenji', { bid_id: thread([]).id })], http.post(at(`/jobs/${plan.id}/invitations`), take));
    await userEvent.click(await screen.findByRole('button', { name: 'Ask for a bid: Ines' }, { timeout: 30_000 }));
    await waitFor(() => expect(sent).toEqual([{ role_id: role.id, tester_ids: [card(1, '').id] }]));
    expect(screen.queryByRole('button', { name: 'Ask for a bid: Omar' })).toBeNull();
    expect(screen.getByText('Has made a bid')).toBeTruthy();
  });

  it('are made an offer with the first figures, which opens the thread', async () => {
    const made = thread([revision(1, 'builder', [1500, 2000])], { state: 'countered_by_builder', turn: 'tester' });
    const { sent, take } = recorded(() => HttpResponse.json(made, { status: 201 }));
    const router = open([candidate(1, 'Ines')], http.post(at(`/jobs/${plan.id}/offers`), take), http.get(at(`/bids/${made.id}`), () => HttpResponse.json(made)));
    await userEvent.click(await screen.findByRole('button', { name: 'Make an offer: Ines' }, { timeout: 30_000 }));
    const dialog = within(screen.getByRole('dialog', { name: 'Your offer to Ines' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Price for Item 1' }), '15');
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Price for Item 3' }), '20');
    await userEvent.click(dialog.getByRole('button', { name: 'Send offer' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/bids/${made.id}`));
    expect(sent).toEqual([{ role_id: role.id, tester_id: card(1, '').id, items: [1, 3].map((number, index) => ({ item_id: role.items[number - 1]?.id, amount_minor: [1500, 2000][index] })), days: 3 }]);
    expect(await screen.findByText(/has your figures and can accept them or answer with others/)).toBeTruthy();
  });

  it('whose offer is refused keep the form, with the reason', async () => {
    open([candidate(1, 'Ines')], http.post(at(`/jobs/${plan.id}/offers`), () => problem(409, 'bid-exists')));
    await userEvent.click(await screen.findByRole('button', { name: 'Make an offer: Ines' }, { timeout: 30_000 }));
    const dialog = within(screen.getByRole('dialog', { name: 'Your offer to Ines' }));
    for (const number of [1, 2, 3]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person types
      await userEvent.type(dialog.getByRole('textbox', { name: `Price for Item ${number}` }), '15');
    }
    await userEvent.click(dialog.getByRole('button', { name: 'Send offer' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('already');
  });

  it('may be nobody, and then it is said what would help', async () => {
    open([]);
    expect(await screen.findByText('Nobody fits right now', {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByText('Fewer requirements let more testers in.')).toBeTruthy();
  });
});

describe('bids side by side', () => {
  const bid = (number: number, amounts: number[], rate: number | null) => thread([revision(1, 'tester', amounts, number + 1)], { id: card(number, '').id, tester_name: `Tester ${number}`, tester: { ...card(number, `Tester ${number}`), on_time_rate: rate } });
  // The first row of a line is its name for a phone.
  const cells = (label: string) => {
    const row = screen.getAllByRole('row', { name: new RegExp(`^${label}`) }).at(-1) ?? document.body;
    return within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  };

  it('mark the best of each line: the lowest price and days, the highest match', () => {
    show(<Comparison bids={[bid(1, [2000, 2500], null), bid(2, [2400, 1000], 80)]} />);
    expect(cells('Item 1')).toEqual(['Best: $20.00', '$24.00']);
    expect(cells('Price')).toEqual(['$45.00', 'Best: $34.00']);
    expect(cells('Days')).toEqual(['Best: 2', '3']);
    expect(cells('Match')).toEqual(['61', 'Best: 62']);
  });

  it('mark none where they are alike or unknown', () => {
    show(<Comparison bids={[bid(1, [2000, 2500], null), bid(1, [2000, 1000], null)]} />);
    expect(cells('Item 1')).toEqual(['$20.00', '$20.00']);
    expect(cells('On time')).toEqual(['New', 'New']);
    expect(cells('An hour')).toEqual(['–', '–']);
  });
});
