// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Body, Schema } from '@/lib/api';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant } from '@/test/api';
import { estimate, priceBook } from '@/test/plans';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { job, meAnswer } from '@/test/work';

import { keptPlan } from './basket';
import { newItem, newRole } from './plan-model';

const planId = '0190a000-0000-7000-8000-000000000090';

/** What the server makes of what it is given. */
const planOf = (body: Body<'savePlan'>): Schema<'TestPlan'> => ({ market: null, ...body, id: planId, estimate, created_at: job.created_at, updated_at: job.updated_at }) as Schema<'TestPlan'>; // all of it is there

let priced: Body<'estimate'>[] = [];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  priced = [];
  server.use(
    configAnswer,
    meAnswer,
    http.get(at('/pricing'), () => HttpResponse.json(priceBook)),
    http.post(at('/pricing/estimate'), async ({ request }) => {
      priced.push((await request.json()) as Body<'estimate'>);
      return HttpResponse.json({ ...estimate, total_minor: estimate.total_minor + priced.length });
    }),
  );
});
afterEach(drop);

const price = async () => (await screen.findAllByText(/^\$99\.0\d$/))[0]?.textContent;

describe('a visitor', () => {
  it('sees what a plan costs as it changes, and finds it again', async () => {
    visit('/pricing');
    expect(await price()).toBe('$99.01');
    await userEvent.click(screen.getByRole('button', { name: 'Add work' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Exploratory session/ }));
    await waitFor(() => expect(priced.at(-1)?.roles[0]?.items).toHaveLength(3));
    expect(keptPlan()?.roles[0]?.items.map(({ service_type }) => service_type)).toEqual(['exploratory', 'functional_scripted', 'exploratory']);
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name of the plan' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name of the plan' }), 'Spring');
    visit('/pricing');
    await waitFor(() => expect(screen.getAllByRole('textbox', { name: 'Name of the plan' }).at(-1)).toHaveProperty('value', 'Spring'));
  });

  it('can put a version aside and compare', async () => {
    visit('/pricing');
    await price();
    await userEvent.click(screen.getByRole('button', { name: 'Put this version aside to compare' }));
    const seats = screen.getByRole('textbox', { name: 'Testers' });
    await userEvent.clear(seats);
    await userEvent.type(seats, '5');
    await waitFor(() => expect(priced.at(-1)?.roles[0]?.seats).toBe(5));
    const table = screen.getByRole('table', { name: 'Two versions' });
    await waitFor(() => expect(within(table).getByRole('row', { name: /^You pay at most/ }).textContent).toMatch(/^You pay at most\$99\.01\$99\.0[2-9]$/));
  });
});

describe('a builder', () => {
  it('finds in the account what was put together before signing in', async () => {
    localStorage.setItem('peertest.plan', JSON.stringify({ name: 'Brought along', currency: 'usd', market: null, roles: [{ ...newRole('Shoppers'), items: [newItem('exploratory')] }] }));
    const saved: Body<'savePlan'>[] = [];
    const tags: (string | null)[] = [];
    server.use(
      http.post(at('/test-plans'), async ({ request }) => {
        saved.push((await request.json()) as Body<'savePlan'>);
        return HttpResponse.json(planOf(saved[0]!), { status: 201 }); // pushed the line before
      }),
      http.get(at(`/test-plans/${planId}`), () => HttpResponse.json(planOf(saved.at(-1)!), { headers: { ETag: '"1"' } })), // the page asks for it only once it is saved
      http.put(at(`/test-plans/${planId}`), async ({ request }) => {
        tags.push(request.headers.get('if-match'));
        saved.push((await request.json()) as Body<'savePlan'>);
        return HttpResponse.json(planOf(saved.at(-1)!), { headers: { ETag: '"2"' } }); // as above
      }),
    );
    adopt(grant('t'));
    const router = visit('/pricing');
    const name = await screen.findByRole('textbox', { name: 'Name of the plan' });
    expect(name).toHaveProperty('value', 'Brought along');
    expect(router.state.location.search).toBe(`?plan=${planId}`);
    expect(localStorage.getItem('peertest.plan')).toBeNull();
    await userEvent.type(name, ' 2');
    await waitFor(() => expect(saved.map((body) => body.name)).toEqual(['Brought along', 'Brought along 2']), { timeout: 30_000 });
    expect(tags).toEqual(['"1"']);
  });
});
