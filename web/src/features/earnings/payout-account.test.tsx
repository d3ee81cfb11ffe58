// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { forgetKept } from '@/lib/kept';
import { adoptUser } from '@/lib/session';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant, user } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';

const leaveFor = vi.hoisted(() => vi.fn<(url: string) => void>());
vi.mock('@/lib/leave', () => ({ leaveFor }));

const tester = { ...user, roles: ['tester' as const] };
let states: string[] = [];
let urls: (string | null)[] = [];

/** Each question takes the next answer; the last one stays. */
const next = <Answer,>(answers: Answer[]): Answer | undefined => (answers.length > 1 ? answers.shift() : answers[0]);

beforeEach(() => {
  leaveFor.mockClear();
  server.use(
    configAnswer,
    http.get(at('/me'), () => HttpResponse.json(tester)),
    http.get(at('/me/earnings'), () => HttpResponse.json({ from: null, to: null, items: [] })),
    http.get(at('/disputes'), () => HttpResponse.json({ items: [], next: null })),
    http.get(at('/me/payouts'), () => HttpResponse.json({ items: [], next: null })),
    http.get(at('/me/payout-account'), () => HttpResponse.json({ state: next(states) })),
    http.post(at('/me/payout-account'), () => HttpResponse.json({ url: next(urls) })),
  );
});
afterEach(() => {
  forgetKept();
  drop();
});

function open(address: string): void {
  visit(address);
  adopt(grant('token'));
  adoptUser(tester);
}

describe('the payout account', () => {
  it('asks again while the way to the provider is being made, then goes there', async () => {
    states = ['none'];
    urls = [null, 'https://pay.example/onboarding'];
    open('/earnings');
    await userEvent.click(await screen.findByRole('button', { name: 'Set up payouts' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://pay.example/onboarding'), { timeout: 30_000 });
  });

  it('waits for the word of the provider after the return, and leads back to the job', async () => {
    states = ['pending', 'active'];
    open('/earnings?onboarding=returned&return_to=/jobs/7');
    expect(await screen.findByText('Being checked')).toBeTruthy();
    const back = await screen.findByRole('link', { name: 'Go back to the job' }, { timeout: 30_000 });
    expect(back.getAttribute('href')).toBe('/jobs/7');
  });

  it('never leads anywhere but to a page of ours', async () => {
    states = ['active'];
    open('/earnings?return_to=https://elsewhere.example/');
    expect(await screen.findByText('Ready to be paid')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Go back to the job' })).toBeNull();
  });

  it('says that a link has run out, and offers the next', async () => {
    states = ['pending'];
    open('/earnings?onboarding=refresh');
    expect(await screen.findByText(/had run out/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continue with the provider' })).toBeTruthy();
  });
});
