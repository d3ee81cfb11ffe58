// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, configAnswer } from '@/test/api';
import { plan, tester } from '@/test/bids';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { builder, list, signIn } from '@/test/session';
import { job } from '@/test/work';

const summary = (more: Partial<Schema<'JobSummary'>>): Schema<'JobSummary'> => ({
  budget_high_minor: null,
  budget_low_minor: null,
  builder_name: 'Ana',
  builder_review_hours: 5,
  claim_hours: 48,
  currency: 'usd',
  deadline_at: null,
  id: job.id,
  kind: 'simple',
  opened_at: job.created_at,
  platforms: ['web'],
  project_icon_url: null,
  review_days: 7,
  reward_minor: 2250,
  net_minor: 2250,
  roles: 0,
  seats: 2,
  seats_left: 1,
  service_type: 'functional_scripted',
  service_types: ['functional_scripted'],
  title: 'Fixed price',
  ...more,
});
const structured = summary({ id: plan.id, kind: 'structured', title: 'Checkout plan', reward_minor: null, net_minor: null, claim_hours: null, service_type: null, service_types: ['exploratory', 'functional_scripted'], budget_low_minor: 3000, budget_high_minor: 6000, roles: 2 });

afterEach(drop);

/** The two lists that the marketplace reads; keeps what each was asked for. */
function lists() {
  const asked: string[] = [];
  const answer = (name: string, rows: readonly unknown[]) =>
    http.get(at(name), ({ request }) => {
      asked.push(`${name}${new URL(request.url).search}`);
      return list(rows);
    });
  const shown = [job, plan].map((one) => http.get(at(`/jobs/${one.id}`), () => HttpResponse.json(one)));
  return { asked, handlers: [answer('/jobs', [summary({}), structured]), answer('/me/market', [structured]), ...shown] };
}

describe('the marketplace', () => {
  it('shows jobs with a price and plans with a budget, to everybody', async () => {
    const { handlers } = lists();
    server.use(configAnswer, ...handlers);
    visit('/jobs');
    expect((await screen.findAllByText('$22.50', {}, { timeout: 30_000 })).length).toBeGreaterThan(0);
    expect(screen.getAllByText('$30.00 to $60.00').length).toBeGreaterThan(0);
    expect(screen.getByText('Exploratory session · Test script · Web')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Fits me' })).toBeNull();
  });

  it('narrows by what stands in the address, and asks the server', async () => {
    const { asked, handlers } = lists();
    server.use(configAnswer, ...handlers);
    const router = visit('/jobs');
    await userEvent.click(await screen.findByRole('button', { name: 'By bid' }, { timeout: 30_000 }));
    await userEvent.click(screen.getByRole('button', { name: '$10.00 and up' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind of test' }), 'exploratory');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search jobs' }), 'shop');
    await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('q')).toBe('shop'));
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search jobs' }));
    expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toEqual({ kind: 'structured', reward: '1000', type: 'exploratory', q: 'shop' });
    await waitFor(() => expect(asked.at(-1)).toContain('sort=relevance'));
    for (const part of ['q=shop', 'kind=structured', 'service_type=exploratory', 'min_reward_minor=1000']) expect(asked.at(-1)).toContain(part);
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('shows a tester only what fits, without search and order, which that list does not have', async () => {
    const { asked, handlers } = lists();
    signIn(tester, ...handlers);
    const router = visit('/jobs?q=shop&kind=structured');
    await userEvent.click(await screen.findByRole('button', { name: 'Fits me' }, { timeout: 30_000 }));
    await waitFor(() => expect(asked.at(-1)).toMatch(/^\/me\/market\?.*kind=structured/));
    expect(asked.at(-1)).not.toContain('q=');
    expect(router.state.location.search).toBe('?kind=structured&fits=true');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByText('Fixed price', { selector: 'span' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Fits me' }));
    expect(await screen.findByRole('searchbox')).toBeTruthy();
  });

  it('asks nobody else for what fits, whatever the address says', async () => {
    const { asked, handlers } = lists();
    signIn(builder, ...handlers);
    visit('/jobs?fits=true');
    await screen.findAllByText('$22.50', {}, { timeout: 30_000 });
    expect(asked.every((address) => address.startsWith('/jobs'))).toBe(true);
  });
});
