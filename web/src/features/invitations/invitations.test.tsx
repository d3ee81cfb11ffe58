// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { plan, role, tester } from '@/test/bids';
import { visit } from '@/test/render';
import { list, signIn } from '@/test/session';

const invitation: Schema<'Invitation'> = { job_id: plan.id, job_title: plan.title, role_id: role.id, role_name: role.name, builder_name: 'Ana', message: 'You know shops.', budget_low_minor: 3000, budget_high_minor: null, currency: 'usd', deadline_at: null, created_at: plan.created_at };

afterEach(drop);

describe('an invitation', () => {
  it('says who asks for what, and leads to the role', async () => {
    signIn(tester, http.get(at('/me/invitations'), () => list([invitation])));
    visit('/invitations');
    const link = await screen.findByRole('link', { name: /Checkout plan/ }, { timeout: 30_000 });
    expect(link.getAttribute('href')).toBe(`/jobs/${plan.id}?role=${role.id}`);
    expect(screen.getByText('from $30.00')).toBeTruthy();
    expect(screen.getByText('You know shops.')).toBeTruthy();
  });

  it('is gone once it is declined', async () => {
    let open = [invitation];
    signIn(
      tester,
      http.get(at('/me/invitations'), () => list(open)),
      http.post(at(`/me/invitations/${role.id}/decline`), () => {
        open = [];
        return new HttpResponse(null, { status: 204 });
      }),
    );
    visit('/invitations');
    await userEvent.click(await screen.findByRole('button', { name: 'Decline the invitation to Checkout plan' }, { timeout: 30_000 }));
    expect(await screen.findByText('No invitation is open')).toBeTruthy();
    expect(screen.getByText('Declined. You are not asked for this role again.')).toBeTruthy();
  });

  it('stays, with the reason, when it could not be declined', async () => {
    signIn(tester, http.get(at('/me/invitations'), () => list([invitation])), http.post(at(`/me/invitations/${role.id}/decline`), () => problem(429, 'rate-limited')));
    visit('/invitations');
    const decline = await screen.findByRole('button', { name: /^Decline the invitation/ }, { timeout: 30_000 });
    await userEvent.click(decline);
    await waitFor(() => expect(decline.getAttribute('aria-busy')).toBe('false'));
    expect(screen.getByRole('link', { name: /Checkout plan/ })).toBeTruthy();
  });
});
