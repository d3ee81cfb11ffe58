// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { adopt, drop } from '@/lib/token';
import { signInAdmin } from '@/test/admin';
import { at, grant, problem, user } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { list } from '@/test/session';

const price: Schema<'Price'> = {
  id: '0190a000-0000-7000-8000-0000000000a1',
  kind: 'base',
  service_type: 'exploratory',
  factor: null,
  option: null,
  market: null,
  currency: 'usd',
  amount_minor: 1500,
  minutes: 40,
  multiplier_bps: null,
  level: null,
  builder_fee_bps: null,
  tester_fee_bps: null,
  valid_from: '2026-01-01T00:00:00.000Z',
  valid_until: null,
  reason: 'Starting value',
  created_at: '2026-01-01T00:00:00.000Z',
  created_by_name: null,
  end_reason: null,
  ended_by_name: null,
};

beforeEach(() => signInAdmin(['finance'], http.get(at('/admin/prices'), () => list([price]))));
afterEach(drop);

const openChange = async () => {
  visit('/admin/prices');
  await userEvent.click(await screen.findByRole('button', { name: /^What to do with the price of Exploratory/ }, { timeout: 30_000 }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Change' }));
};

it('sets a price with its reason, and sends only what belongs to its kind', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post(at('/admin/prices'), async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(price, { status: 201 });
    }),
  );
  await openChange();
  const amount = screen.getByRole('textbox', { name: 'Price of one unit' });
  await userEvent.clear(amount);
  await userEvent.type(amount, '17.50');
  await userEvent.click(screen.getByRole('button', { name: 'Set the price' }));
  expect(sent).toEqual([]); // no reason yet
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Takes longer');
  await userEvent.click(screen.getByRole('button', { name: 'Set the price' }));
  await waitFor(() => expect(sent).toEqual([{ kind: 'base', service_type: 'exploratory', currency: 'usd', amount_minor: 1750, minutes: 40, reason: 'Takes longer' }]));
});

it('says at the field what the server refuses', async () => {
  server.use(http.post(at('/admin/prices'), () => problem(422, 'invalid-input', [{ pointer: '/valid_from', code: 'in-the-past' }])));
  await openChange();
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Takes longer');
  await userEvent.click(screen.getByRole('button', { name: 'Set the price' }));
  await waitFor(() => expect(screen.getByLabelText(/^Holds from/).getAttribute('aria-invalid')).toBe('true'));
});

it('may be looked at without the right to change it', async () => {
  signInAdmin(['support'], http.get(at('/admin/prices'), () => list([price])));
  visit('/admin/prices');
  await userEvent.click(await screen.findByRole('button', { name: /^What to do with the price of Exploratory/ }, { timeout: 30_000 }));
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['History']);
  expect(screen.getByRole('button', { name: 'Add a price' }).getAttribute('aria-disabled')).toBe('true');
});

it('is not there for anybody else', async () => {
  server.use(http.get(at('/me'), () => HttpResponse.json(user)));
  adopt(grant('t'));
  visit('/admin/prices');
  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeTruthy();
});

describe('fees', () => {
  const fee: Schema<'Price'> = { ...price, kind: 'fee', market: 'AT', currency: null, amount_minor: null, minutes: null, builder_fee_bps: 800, tester_fee_bps: null };
  const open = (...rows: Schema<'Price'>[]) => {
    signInAdmin(['finance'], http.get(at('/admin/prices'), () => list(rows)));
    visit('/admin/prices?kind=fee');
  };

  it('say for whom they are, and how much of which side', async () => {
    open(fee, { ...fee, id: '0190a000-0000-7000-8000-0000000000a2', service_type: null, market: null, level: 'expert', builder_fee_bps: null, tester_fee_bps: 250 });
    expect((await screen.findAllByText('Fee: Exploratory session', {}, { timeout: 30_000 })).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Austria').length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^builder 8\s?%$/).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Fee: All kinds of test, Expert').length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^tester 2\.5\s?%$/).length).toBeGreaterThan(0);
  });

  it('of a level are the tester\'s alone', async () => {
    const sent: unknown[] = [];
    open();
    server.use(
      http.post(at('/admin/prices'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(fee, { status: 201 });
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Add a price' }, { timeout: 30_000 }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Builder's fee/ }), '800');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Level of the tester/ }), 'expert');
    expect(screen.queryByRole('textbox', { name: /^Builder's fee/ })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /^Tester's fee/ }), '0');
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Thank you');
    await userEvent.click(screen.getByRole('button', { name: 'Set the price' }));
    await waitFor(() => expect(sent).toEqual([{ kind: 'fee', level: 'expert', tester_fee_bps: 0, reason: 'Thank you' }]));
  });
});
