// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { forgetKept } from '@/lib/kept';
import { adoptUser } from '@/lib/session';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant, problem, user } from '@/test/api';
import { plan, revision, role, tester, thread } from '@/test/bids';
import { visit } from '@/test/render';
import { server } from '@/test/server';

const list = (items: unknown[]) => HttpResponse.json({ items, next: null });
const device = { id: tester.id, name: 'ThinkPad', kind: 'laptop', os: 'Windows', os_version: '11', browser: 'Firefox', browser_version: '132', confirmed_at: plan.created_at, is_fresh: true };
const profile: Schema<'TesterProfile'> = { bio: '', languages: ['en'], skills: [], is_paused: false, level: 'newcomer', approved: 0, approval_rate: null, on_time_rate: null };

function signIn(as: Schema<'User'>) {
  server.use(
    configAnswer,
    http.get(at('/me'), () => HttpResponse.json(as)),
    http.get(at(`/jobs/${plan.id}`), () => HttpResponse.json({ ...plan, mine: as.id !== tester.id })),
  );
  adopt({ ...grant('t'), user: as });
  adoptUser(as);
}

beforeEach(forgetKept);
afterEach(drop);

describe('a plan, as a tester sees it', () => {
  const created: unknown[] = [];
  const open = (devices: unknown[], person = tester) => {
    created.length = 0;
    server.use(
      http.get(at(`/jobs/${plan.id}/bids`), () => list([])),
      http.get(at('/me/devices'), () => list(devices)),
      http.get(at('/me/tester-profile'), () => HttpResponse.json(profile)),
      http.post(at(`/jobs/${plan.id}/bids`), async ({ request }) => {
        created.push(await request.json());
        return problem(409, 'role-full');
      }),
    );
    signIn(person);
    return visit(`/jobs/${plan.id}`);
  };

  it('says what is missing, and where to put it right', async () => {
    open([]);
    expect(await screen.findByText('A device with this browser')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'devices, languages and skills' }).getAttribute('href')).toBe('/settings#tester');
  });

  it('takes a bid item by item, without the optional one, and says in words why it was refused', async () => {
    open([device]);
    expect(await screen.findByText('You fit this role')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Make a bid' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Price for Item 1' }), '20');
    await userEvent.click(screen.getByRole('checkbox', { name: 'I offer this one too' }));
    expect(screen.queryByRole('textbox', { name: 'Price for Item 2' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Price for Item 3' }), '25,50');
    expect(screen.getByText('About $45.50 an hour')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Send bid' }));
    expect((await screen.findByRole('alert')).textContent).toContain('All seats of this role are taken');
    const [first, , third] = role.items;
    expect(created).toEqual([{ role_id: role.id, items: [{ item_id: first?.id, amount_minor: 2000 }, { item_id: third?.id, amount_minor: 2550 }], days: 3 }]);
  });

  it('keeps a draft for who cannot be paid yet', async () => {
    open([device], { ...tester, payout_state: 'pending' });
    await userEvent.click(await screen.findByRole('button', { name: 'Make a bid' }));
    expect(screen.getByRole('button', { name: 'Keep as draft' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send bid' })).toBeNull();
  });
});

describe('the bids on a plan', () => {
  const card = (name: string, match: number): Schema<'TesterCard'> => ({ id: tester.id, full_name: name, country: null, approved: 1, approval_rate: 90, on_time_rate: null, level: 'newcomer', match_score: match });
  const offer = (name: string, number: number, amounts: number[]) => thread([revision(1, 'tester', amounts)], { id: tester.id.replace('900', `40${number}`), tester_name: name, tester: card(name, 50 + number) });

  beforeEach(() => {
    server.use(
      http.get(at(`/jobs/${plan.id}/bids`), () => list([offer('Tess', 1, [2000, 2500]), offer('Kim', 2, [2400, 2000])])),
      http.get(at(`/jobs/${plan.id}/roles/${role.id}/candidates`), () => list([])),
    );
    signIn(user);
  });

  it('stand side by side with the best of each line, by the key c', async () => {
    visit(`/jobs/${plan.id}/bids`);
    await screen.findByRole('link', { name: /Tess/ });
    await userEvent.keyboard('c');
    const table = within(await screen.findByRole('table', { name: 'Side by side' }));
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toContain('Best: $20.00');
    expect(table.getAllByText('Best:').length).toBeGreaterThan(2);
  });

  it('come in the chosen order, which stands in the address', async () => {
    const router = visit(`/jobs/${plan.id}/bids`);
    await screen.findByRole('link', { name: /Tess/ });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'price');
    await waitFor(() => expect(router.state.location.search).toBe('?order=price'));
    const names = screen.getAllByRole('row').flatMap((row) => /Tess|Kim/.exec(row.textContent ?? '')?.[0] ?? []);
    expect(names.slice(0, 2)).toEqual(['Kim', 'Tess']);
  });
});

describe('the notices', () => {
  const notice: Schema<'Notice'> = { id: tester.id, kind: 'bid_new', text: 'A new bid: Checkout plan', path: '/bids', created_at: plan.created_at, read_at: null };

  it('are counted in the header, and read by opening them', async () => {
    const read: unknown[] = [];
    server.use(
      http.get(at('/notifications/unread'), () => HttpResponse.json({ unread: 3 })),
      http.get(at('/notifications'), () => list([notice])),
      http.get(at('/me/bids'), () => list([])),
      http.post(at('/notifications/read'), async ({ request }) => {
        read.push(await request.json());
        return HttpResponse.json({ unread: 2 });
      }),
    );
    signIn(tester);
    visit('/notifications');
    expect(await screen.findByRole('link', { name: 'Notices, 3 unread' })).toBeTruthy();
    await userEvent.click(await screen.findByRole('link', { name: /A new bid/ }));
    expect(await screen.findByRole('link', { name: 'Notices, 2 unread' })).toBeTruthy();
    expect(read).toEqual([{ ids: [notice.id] }]);
  });
});
