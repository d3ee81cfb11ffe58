// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { drop } from '@/lib/token';
import type { Dispute } from '@/shared/disputes-query';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { dispute } from '@/test/disputes';
import { visit } from '@/test/render';
import { admin, builder, list, recorded, signIn } from '@/test/session';
import { typesAnswer } from '@/test/work';

import { stagesOf } from './stages';

const later = '2126-03-04T12:00:00.000Z';
const SLOW = { timeout: 30_000 };

beforeEach(() => sessionStorage.clear());
afterEach(drop);

/** The page of a dispute, to one of its sides or to an administrator. */
function open(shown: Dispute, ...handlers: RequestHandler[]) {
  const viewer = shown.your_side === 'builder' ? builder : shown.your_side === 'tester' ? tester : admin;
  signIn(viewer, typesAnswer, http.get(at(`/disputes/${shown.id}`), () => HttpResponse.json(shown)), ...handlers);
  return visit(`/disputes/${shown.id}`);
}

const post = (verb: string, answer: Partial<Dispute> = {}) => {
  const { sent, take } = recorded(() => HttpResponse.json(dispute(answer)));
  return { sent, handler: http.post(at(`/disputes/${dispute().id}/${verb}`), take) };
};

describe('a dispute', () => {
  it('shows what each split gives, from the figures of the server', async () => {
    const { sent, handler } = post('propose');
    open(dispute(), handler);
    const share = await screen.findByRole('textbox', { name: 'Share for Tess' }, SLOW);
    const figures = () => within(screen.getByRole('figure', { name: 'Where each cent goes' }));
    expect(figures().getByText('$11.25')).toBeTruthy(); // half of it at first
    await userEvent.clear(share);
    await userEvent.type(share, '60');
    expect(figures().getByText('$13.50')).toBeTruthy();
    expect(figures().getByText('$9.90')).toBeTruthy();
    expect(figures().getByText('$1.35')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Propose this split' }));
    await waitFor(() => expect(sent).toEqual([{ tester_percent: 60 }]));
    expect(await screen.findByText('Proposed. Ana is told.')).toBeTruthy();
  });

  it('is settled by proposing what the other side proposes; only their latest can be taken', async () => {
    const { sent, handler } = post('propose', { state: 'closed' });
    const offer = (number: number, by: 'builder' | 'tester', tester_percent: number) => ({ number, by, tester_percent, created_at: dispute().opened_at });
    open(dispute({ proposals: [offer(1, 'builder', 20), offer(2, 'tester', 90), offer(3, 'builder', 45)] }), handler);
    await userEvent.click(await screen.findByRole('button', { name: 'Accept their 45%' }, SLOW));
    await waitFor(() => expect(sent).toEqual([{ tester_percent: 45 }]));
    expect(await screen.findByText('Agreed. The dispute is closed, and the money moves.')).toBeTruthy();
  });

  it('is answered by the other side, once and with words', async () => {
    const { sent, handler } = post('answer', { state: 'answered' });
    open(dispute({ your_side: 'builder', may_answer: true }), handler);
    await userEvent.click(await screen.findByRole('button', { name: 'Send answer' }, SLOW));
    expect(await screen.findByText('Please fill this in.')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: 'What you say to it' }), 'It proves nothing.');
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));
    await waitFor(() => expect(sent).toEqual([{ body: 'It proves nothing.' }]));
  });

  it('offers no answer to who opened it, and no form to who can do nothing', async () => {
    open(dispute({ state: 'answered', may_propose: false, answer: 'It proves nothing.', answered_at: later }));
    expect(await screen.findByText('It proves nothing.', {}, SLOW)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send answer' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Propose this split' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Decide' })).toBeNull();
  });

  it('has a file that can be read', async () => {
    open(dispute());
    await userEvent.click(await screen.findByText('What the builder decided', {}, SLOW));
    expect(screen.getByText('There is no proof.')).toBeTruthy();
    expect(screen.getByText('Not enough evidence', { selector: 'dd' })).toBeTruthy();
    expect(screen.getByText('Summary 1')).toBeTruthy();
    expect(screen.getByText('Ana rejected the work')).toBeTruthy();
    expect(screen.getByText(dispute().case_hash)).toBeTruthy();
  });
});

describe('a decision', () => {
  const decided = dispute({ state: 'decided', outcome: 'decided', decided_percent: 40, tester_percent: 40, reason: 'The report is thin.', decided_at: later, appeal_due_at: later, answer: 'No.', answered_at: later, may_propose: false, may_accept: true, may_appeal: true });

  it('is read with its reason and figures, and accepted', async () => {
    const { sent, handler } = post('accept-decision', { state: 'decided' });
    open(decided, handler);
    expect(await screen.findByText('40% for Tess', {}, SLOW)).toBeTruthy();
    expect(screen.getByText('The report is thin.')).toBeTruthy();
    expect(screen.getByText('$9.00')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Accept the decision' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(await screen.findByText(/^Accepted\. It is closed once/)).toBeTruthy();
  });

  it('is appealed with a statement; the text survives a reload', async () => {
    const { sent, handler } = post('appeal', { state: 'appealed' });
    open(decided, handler);
    await userEvent.click(await screen.findByRole('button', { name: 'Appeal' }, SLOW));
    await userEvent.type(screen.getByRole('textbox', { name: /What was overlooked/ }), 'Step 3 was not read.');
    expect(JSON.stringify(sessionStorage)).toContain('Step 3 was not read.');
    await userEvent.click(screen.getByRole('button', { name: 'Send appeal' }));
    await waitFor(() => expect(sent).toEqual([{ statement: 'Step 3 was not read.' }]));
  });

  it('of an appeal says what moved', async () => {
    open(dispute({ ...decided, state: 'closed', outcome: 'appeal', tester_percent: 70, appeal_percent: 70, appeal_reason: 'All is there.', awarded_minor: 1575, splits: [], closed_at: later, due_at: null, may_accept: false, may_appeal: false }));
    expect(await screen.findByText('70% for Tess', {}, SLOW)).toBeTruthy();
    expect(screen.getByText('The first decision was 40%.')).toBeTruthy();
    expect(screen.getByText(/^\$15\.75 of the \$22\.50 at stake went to Tess.*\$6\.75 went back to Ana/)).toBeTruthy();
  });

  it('is made by an administrator: a share, a reason, and the figures before', async () => {
    const { sent, take } = recorded(() => problem(403, 'same-admin'));
    open(dispute({ state: 'appealed', your_side: null, may_propose: false }), http.post(at(`/admin/disputes/${dispute().id}/decide`), take));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Share for the tester' }, SLOW), '100');
    expect(screen.getByText('$22.50', { selector: 'dd *' })).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason, for both sides' }), 'All is there.');
    await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
    await waitFor(() => expect(sent).toEqual([{ tester_percent: 100, reason: 'All is there.' }]));
    expect(await screen.findByText('An appeal is decided by an administrator who did not decide before.')).toBeTruthy();
  });
});

describe('the stages', () => {
  const looks = (more: Partial<Dispute>) => stagesOf(dispute(more), Date.parse('2026-03-02T00:00:00.000Z')).map(({ look }) => look);
  it.each<[string, Partial<Dispute>, string[]]>([
    ['begin with settling and the answer', {}, ['now', 'now', 'ahead', 'ahead', 'ahead']],
    ['leave settling to the parties alone for a while', { settlement_due_at: '2026-03-01T00:00:00.000Z' }, ['past', 'now', 'ahead', 'ahead', 'ahead']],
    ['wait for a decision', { state: 'answered', answered_at: later }, ['past', 'past', 'now', 'ahead', 'ahead']],
    ['end with an agreement', { state: 'closed', outcome: 'agreed', closed_at: later }, ['past', 'skipped', 'skipped', 'skipped', 'past']],
  ])('%s', (_name, more, expected) => expect(looks(more)).toEqual(expected));
});

describe('the list of disputes', () => {
  it('says whose turn it is, and filters by the address', async () => {
    const asked: (string | null)[] = [];
    signIn(
      { ...builder },
      http.get(at('/disputes'), ({ request }) => {
        const state = new URL(request.url).searchParams.get('state');
        asked.push(state);
        return list(state === 'closed' ? [] : [dispute({ your_side: 'builder', may_answer: true })]);
      }),
    );
    const router = visit('/disputes');
    const table = within(await screen.findByRole('table', { name: 'Disputes' }, SLOW));
    expect(table.getByText('Your turn: answer')).toBeTruthy();
    expect(table.getByText('$22.50')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Closed' }));
    expect(await screen.findByText('None at this stage')).toBeTruthy();
    expect(router.state.location.search).toBe('?state=closed');
    expect(asked).toContain('closed');
  });
});
