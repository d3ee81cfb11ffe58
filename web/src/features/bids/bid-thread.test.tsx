// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { adoptUser } from '@/lib/session';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant, problem, user } from '@/test/api';
import { plan, revision, tester, thread } from '@/test/bids';
import { visit } from '@/test/render';
import { server } from '@/test/server';

const sent: unknown[] = [];
let bid: Schema<'Bid'>;

const take = (verb: string, next: Partial<Schema<'Bid'>>) =>
  http.post(at(`/bids/:id/${verb}`), async ({ request }) => {
    const text = await request.text();
    sent.push({ verb, body: text === '' ? null : JSON.parse(text) });
    bid = { ...bid, ...next };
    return HttpResponse.json(verb === 'accept' || verb === 'pay' ? { bid, payment: null } : bid);
  });

function open(as: Schema<'User'>, begin: Schema<'Bid'>) {
  bid = begin;
  server.use(
    configAnswer,
    http.get(at('/me'), () => HttpResponse.json(as)),
    http.get(at(`/bids/${bid.id}`), () => HttpResponse.json(bid)),
    http.get(at(`/bids/${bid.id}/events`), () => HttpResponse.json({ items: [], next: null })),
    http.get(at(`/jobs/${plan.id}`), () => HttpResponse.json({ ...plan, mine: as.id !== tester.id })),
  );
  adopt({ ...grant('t'), user: as });
  adoptUser(as);
  return visit(`/bids/${bid.id}`);
}

beforeEach(() => void sent.splice(0));
afterEach(drop);

const asked = revision(1, 'tester', [2000, 2500]);
const answered = revision(2, 'builder', [1500, 2500], 4);

describe('the builder', () => {
  it('sees what moved, whose turn it is, and accepts the offer that is on the table', async () => {
    server.use(take('accept', { state: 'awaiting_payment' }));
    open(user, thread([asked, answered, revision(3, 'tester', [1800, 2500])], { state: 'countered_by_tester' }));
    expect(await screen.findByText('Your turn: answer the counter-offer')).toBeTruthy();
    expect(screen.getAllByText('up by $3.00').length).toBe(2);
    await userEvent.click(screen.getByRole('button', { name: 'Accept and pay $53.00' }));
    await waitFor(() => expect(sent).toEqual([{ verb: 'accept', body: { revision: 3 } }]));
  });

  it('is told that the bid has changed in the meantime', async () => {
    server.use(http.post(at('/bids/:id/accept'), () => problem(409, 'revision-mismatch')));
    open(user, thread([asked]));
    await userEvent.click(await screen.findByRole('button', { name: /^Accept and pay/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('The bid has changed in the meantime');
  });

  it('counters within what is left between the two', async () => {
    server.use(take('counter', { state: 'countered_by_builder', turn: 'tester' }));
    open(user, thread([asked, answered, revision(3, 'tester', [1800, 2500])], { state: 'countered_by_tester' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Make a counter-offer' }));
    expect(screen.getByText('Between $15.00 and $18.00')).toBeTruthy();
    expect(screen.getByText('Settled: both sides say the same')).toBeTruthy();
    const price = screen.getByRole('textbox', { name: 'Price for Item 1' });
    await userEvent.clear(price);
    await userEvent.type(price, '14');
    await userEvent.click(screen.getByRole('button', { name: 'Send counter-offer' }));
    expect(await screen.findByText('At least $15.00, please.')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.clear(price);
    await userEvent.type(price, '16.50');
    await userEvent.click(screen.getByRole('button', { name: 'Send counter-offer' }));
    await waitFor(() => expect(sent).toEqual([{ verb: 'counter', body: expect.objectContaining({ items: [expect.objectContaining({ amount_minor: 1650 }), expect.objectContaining({ amount_minor: 2500 })] }) }]));
  });

  it('turns a bid down only with a reason', async () => {
    server.use(take('reject', { state: 'rejected', turn: null, reject_reason: 'too_slow' }));
    open(user, thread([asked]));
    await userEvent.click(await screen.findByRole('button', { name: 'More for this bid' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Turn it down' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Turn this bid down?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Turn it down' }));
    expect(await dialog.findByText('Please fill this in.')).toBeTruthy();
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Reason' }), 'too_slow');
    await userEvent.click(dialog.getByRole('button', { name: 'Turn it down' }));
    await waitFor(() => expect(sent).toEqual([{ verb: 'reject', body: { reason: 'too_slow' } }]));
    expect(await screen.findByText('Takes too long')).toBeTruthy();
  });
});

describe('the tester', () => {
  it('accepts, counters, declines or withdraws when it is their turn', async () => {
    server.use(take('decline-counter', { state: 'submitted', turn: 'builder' }));
    open(tester, thread([asked, answered], { state: 'countered_by_builder', turn: 'tester' }));
    expect(await screen.findByRole('button', { name: 'Accept $40.00' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'More for this bid' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Decline the counter-offer' }));
    expect(screen.getByText(/Your own last figures stand again: \$45.00/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Decline counter-offer' }));
    expect(await screen.findByText('Waiting for Ana')).toBeTruthy();
  });

  it('with a draft is led to the payouts first', async () => {
    open({ ...tester, payout_state: 'none' }, thread([asked], { state: 'draft', turn: 'tester' }));
    const link = await screen.findByRole('link', { name: 'Set up payouts' });
    expect(link.getAttribute('href')).toBe(`/earnings?return_to=${encodeURIComponent(`/bids/${bid.id}`)}`);
  });

  it('confirms after the job has changed', async () => {
    server.use(take('confirm', { state: 'submitted', turn: 'builder' }));
    open(tester, thread([asked], { state: 'stale', turn: 'tester' }));
    expect(await screen.findByText('The builder has changed the job')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'My bid still stands' }));
    await waitFor(() => expect(sent).toEqual([{ verb: 'confirm', body: null }]));
  });
});
