// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { adoptUser } from '@/lib/session';
import { adopt, drop } from '@/lib/token';
import type { SimpleJob } from '@/shared/jobs-query';
import { at, configAnswer, grant, problem, user } from '@/test/api';
import { show } from '@/test/render';
import { server } from '@/test/server';
import { simpleJob } from '@/test/work';

import { claimLook } from './claim-look';
import { ClaimPanel } from './claim-panel';

const open: SimpleJob = { ...simpleJob, state: 'open', mine: false, opened_at: simpleJob.created_at };
const tester: Schema<'User'> = { ...user, id: '0190a000-0000-7000-8000-000000000099', roles: ['tester'], payout_state: 'active' };
const noon = Date.parse('2026-03-01T12:00:00Z');
const lookOf = (change: Partial<SimpleJob>, person: Schema<'User'> | null = tester) =>
  claimLook({ ...open, ...change }, { status: person ? 'signed-in' : 'signed-out', user: person }, noon);

describe('what stands between a reader and a seat', () => {
  it('is nothing for a tester who can be paid', () => {
    expect(lookOf({})).toBe('ready');
  });

  it('is said before anyone is sent to sign in for nothing', () => {
    expect(lookOf({ state: 'filled', seats_left: 0 }, null)).toBe('full');
    expect(lookOf({ state: 'closed' }, null)).toBe('over');
    expect(lookOf({ deadline_at: '2026-03-01T11:59:00Z' }, null)).toBe('over');
    expect(lookOf({}, null)).toBe('sign-in');
  });

  it('is a role, a payout account, or a seat that is held already', () => {
    expect(lookOf({}, { ...tester, roles: ['builder'] })).toBe('not-tester');
    expect(lookOf({}, { ...tester, payout_state: 'pending' })).toBe('not-payable');
    expect(lookOf({ my_assignment_id: tester.id, state: 'filled', seats_left: 0 })).toBe('held');
  });
});

describe('the claim', () => {
  afterEach(() => drop());

  const refuseWith = async (status: number, slug: string) => {
    server.use(
      configAnswer,
      http.get(at('/me'), () => HttpResponse.json(tester)),
      http.post(at(`/jobs/${open.id}/claim`), () => problem(status, slug)),
    );
    show(<ClaimPanel job={open} />);
    adopt(grant('token'));
    adoptUser(tester);
    await userEvent.click(await screen.findByRole('button', { name: 'Claim a seat for $22.50' }));
    return screen.findByRole('alert');
  };

  it.each([
    ['not-payable', 'Set up payouts', `/earnings?return_to=${encodeURIComponent(`/jobs/${open.id}`)}`],
    ['claim-limit', 'See your open claims', '/board?as=tester'],
    ['already-claimed', 'See your work', '/board?as=tester'],
    ['no-seat-left', 'See other jobs', '/jobs'],
  ])('that is refused as %s leads on', async (slug, words, to) => {
    await refuseWith(409, slug);
    expect(screen.getByRole('link', { name: words }).getAttribute('href')).toBe(to);
  });

  it('that is refused for another reason says it in words, with the id for support', async () => {
    const alert = await refuseWith(403, 'own-job');
    expect(alert.textContent).toContain('req-1');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
