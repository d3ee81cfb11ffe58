// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { leaveFor } from '@/lib/leave';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant, problem } from '@/test/api';
import { show, visit } from '@/test/render';
import { server } from '@/test/server';
import { job, meAnswer, payment } from '@/test/work';

import { PriceReceipt } from './price-receipt';

vi.mock('@/lib/leave', () => ({ leaveFor: vi.fn<(url: string) => void>() }));

/** The first look at a page also reads its code. */
const PAGE = { timeout: 30_000 };

const project = { id: job.project_id, name: 'Shop', url: null, description: '', platforms: ['web'], category: null, job_count: 0, created_at: job.created_at, updated_at: job.updated_at };

beforeEach(() => {
  sessionStorage.clear();
  server.use(
    configAnswer,
    meAnswer,
    http.get(at('/projects'), () => HttpResponse.json({ items: [project], next: null })),
    http.get(at('/job-templates'), () => HttpResponse.json({ items: [] })),
    http.get(at(`/jobs/${job.id}`), () => HttpResponse.json(job)),
  );
  adopt(grant('t'));
});
afterEach(drop);

const stepTexts = () => screen.getAllByRole('textbox', { name: /^Step \d/ }).map((field) => (field instanceof HTMLInputElement ? field.value : ''));

async function addSteps(...texts: string[]) {
  for (const [index, text] of texts.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- a person types one after the other
    await userEvent.click(screen.getByRole('button', { name: 'Add a step' }));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await userEvent.type(screen.getByRole('textbox', { name: `Step ${index + 1}` }), text);
  }
}

describe('a new job', () => {
  const open = async () => {
    const router = visit(`/jobs/new?project=${job.project_id}&step=work`);
    await screen.findByRole('textbox', { name: 'Title' });
    return router;
  };

  it('becomes a draft after the second step, and goes on with the third', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(at('/jobs'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(job, { status: 201 });
      }),
    );
    const router = await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Check out as a guest');
    await userEvent.type(screen.getByRole('textbox', { name: 'Brief' }), 'Buy one thing.');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind of test' }), 'Test script');
    await addSteps('Open the shop');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft and continue' }));
    await screen.findByRole('textbox', { name: 'Reward for each tester' }, PAGE);
    expect(sent).toEqual([
      expect.objectContaining({ kind: 'simple', title: 'Check out as a guest', project_id: job.project_id, seats: 1, currency: 'usd', steps: [{ text: 'Open the shop', expected: '' }] }),
    ]);
    expect(router.state.location.pathname + router.state.location.search).toBe(`/jobs/${job.id}/edit?step=terms`);
  });

  it('moves its steps with the arrow keys, keeps the focus, and says so', async () => {
    await open();
    await addSteps('one', 'two', 'three');
    screen.getByRole('button', { name: /^Move step 3 of 3/ }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(stepTexts()).toEqual(['one', 'three', 'two']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Move step 2 of 3/ }));
    expect(screen.getByText('Number 3 is now number 2.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remove step 1' }));
    expect(stepTexts()).toEqual(['three', 'two']);
  });

  it('keeps what was typed when the page is left and opened again', async () => {
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Half a title');
    visit(`/jobs/new?project=${job.project_id}&step=work`);
    await waitFor(() => expect(screen.getAllByRole('textbox', { name: 'Title' }).at(-1)).toHaveProperty('value', 'Half a title'));
  });

  it('says at the field what the server refuses, and links to it', async () => {
    server.use(http.post(at('/jobs'), () => problem(422, 'invalid-input', [{ pointer: '/title', code: 'too-short' }, { pointer: '/steps/0/text', code: 'too-long' }])));
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Check out as a guest');
    await userEvent.type(screen.getByRole('textbox', { name: 'Brief' }), 'Buy.');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind of test' }), 'Exploratory session');
    await addSteps('Open');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft and continue' }));
    const summary = await screen.findByRole('alert');
    await userEvent.click(within(summary).getByRole('link', { name: 'Step 1' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Step 1' }));
  });
});

describe('a draft', () => {
  it('shows the price as it is typed', async () => {
    visit(`/jobs/${job.id}/edit?step=terms`);
    const reward = await screen.findByRole('textbox', { name: 'Reward for each tester' }, PAGE);
    await userEvent.clear(reward);
    await userEvent.type(reward, '10');
    expect(screen.getByRole('figure', { name: 'Where each cent goes' }).textContent).toBe('2 testers at $10.00$20.00Fee, 10%$2.00');
  });

  it('is paid on the provider’s page', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post(at(`/jobs/${job.id}/publish`), ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return HttpResponse.json({ job: { ...job, state: 'pending_payment' }, payment });
      }),
    );
    visit(`/jobs/${job.id}/edit`);
    await userEvent.click(await screen.findByRole('button', { name: 'Pay $49.50 and publish' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://pay.example/session'));
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  it('cannot be paid while a test script has no step', async () => {
    server.use(http.get(at(`/jobs/${job.id}`), () => HttpResponse.json({ ...job, steps: [] })));
    visit(`/jobs/${job.id}/edit`);
    const pay = await screen.findByRole('button', { name: 'Pay $49.50 and publish' });
    expect(pay.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/needs at least one step/)).toBeTruthy();
  });

  it('of someone else is not there', async () => {
    server.use(http.get(at(`/jobs/${job.id}`), () => HttpResponse.json({ ...job, mine: false })));
    visit(`/jobs/${job.id}/edit`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeTruthy();
  });
});

it('the receipt says what each side gets, to the cent', async () => {
  show(<PriceReceipt serviceType="exploratory" price={{ seats: 3, rewardMinor: 1505, currency: 'usd' }} />);
  const split = await screen.findByRole('figure', { name: 'Where each cent goes' });
  expect(split.textContent).toBe('3 testers at $15.05$45.15Fee, 10%$4.53');
  expect(split.parentElement?.textContent).toContain('You pay$49.68');
});
