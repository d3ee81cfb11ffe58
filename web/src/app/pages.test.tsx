// SPDX-License-Identifier: Apache-2.0
// What every list says when it is empty and when it could not be read.
import { screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { signInAdmin } from '@/test/admin';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { admin, builder, signIn } from '@/test/session';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(drop);

type Case = { address: string; as: Schema<'User'>; heading: string; empty: string };

const lists: Case[] = [
  { address: '/projects', as: builder, heading: 'Projects', empty: 'No project yet' },
  { address: '/test-plans', as: builder, heading: 'Test plans', empty: 'No plans yet' },
  { address: '/payments', as: builder, heading: 'Payments', empty: 'No payment yet' },
  { address: '/reviews', as: builder, heading: 'Reviews', empty: 'Nothing waits for a review' },
  { address: '/bids', as: tester, heading: 'Bids', empty: 'No bid is open' },
  { address: '/invitations', as: tester, heading: 'Invitations', empty: 'No invitation is open' },
  { address: '/notifications', as: tester, heading: 'Notices', empty: 'No notices' },
  { address: '/jobs', as: tester, heading: 'Jobs', empty: 'No job is open right now' },
  { address: '/jobs?fits=true', as: tester, heading: 'Jobs', empty: 'No job matches' },
  { address: '/admin/prices', as: admin, heading: 'Price book', empty: 'No prices here' },
];

/** Administrators have their second factor. */
const enter = (as: Schema<'User'>) => (as === admin ? signInAdmin(['super']) : signIn(as));

describe('a list', () => {
  it.each(lists)('at $address says what belongs there while it is empty', async ({ address, as, heading, empty }) => {
    enter(as);
    visit(address);
    expect(await screen.findByText(empty, {}, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: heading })).toBeTruthy();
  });

  it.each(lists)('at $address that cannot be read says so, with the way to try again', async ({ address, as, empty }) => {
    enter(as);
    server.use(http.get(at('/*'), ({ request }) => (/\/(?:me|config|unread)$/.test(new URL(request.url).pathname) ? undefined : problem(500, 'internal'))));
    visit(address);
    expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 30_000 })).toBeTruthy();
    expect(screen.getByText(/req-1/)).toBeTruthy();
    expect(screen.queryByText(empty)).toBeNull();
  });
});

describe('the board', () => {
  it('of an administrator is the administration', async () => {
    enter(admin);
    const router = visit('/board');
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin'), { timeout: 30_000 });
    expect(screen.queryByRole('link', { name: 'Board' })).toBeNull();
  });
});
