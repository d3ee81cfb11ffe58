// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant } from '@/test/api';
import { finding } from '@/test/findings';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { assignment, meAnswer, reviewItem, submission, typesAnswer } from '@/test/work';

import { neighbours } from './neighbours';

const decisions: unknown[] = [];
let waiting = [1, 2];

function decide(verb: 'approve' | 'reject') {
  return http.post(at(`/submissions/:id/${verb}`), async ({ request, params }) => {
    decisions.push({ verb, id: params['id'], body: await request.json() });
    waiting = waiting.filter((number) => submission(number).id !== params['id']);
    return HttpResponse.json({ ...submission(1), state: verb === 'approve' ? 'approved' : 'rejected' });
  });
}

beforeEach(() => {
  decisions.length = 0;
  waiting = [1, 2];
  const all = [1, 2];
  server.use(
    configAnswer,
    meAnswer,
    typesAnswer,
    http.get(at('/me/reviews'), () => HttpResponse.json({ items: waiting.map(reviewItem), next: null })),
    ...all.map((number) => http.get(at(`/submissions/${submission(number).id}`), () => HttpResponse.json(submission(number)))),
    ...all.map((number) => http.get(at(`/assignments/${assignment(number).id}`), () => HttpResponse.json(assignment(number)))),
    decide('approve'),
    decide('reject'),
  );
  adopt(grant('t'));
});
afterEach(drop);

async function open(number: number) {
  const router = visit(`/submissions/${submission(number).id}/review`);
  await screen.findByText(`Summary ${number}`);
  await screen.findAllByRole('link', { name: 'Tester 2' });
  return router;
}

describe('the desk', () => {
  it('goes through the queue with j and k', async () => {
    await open(1);
    await userEvent.keyboard('j');
    expect(await screen.findByText('Summary 2')).toBeTruthy();
    await userEvent.keyboard('k');
    expect(await screen.findByText('Summary 1')).toBeTruthy();
  });

  it('approves with a: says who gets what, and the next one opens by itself', async () => {
    const router = await open(1);
    await userEvent.keyboard('a');
    expect(await screen.findByText('Tester 1 gets $22.50 right away. This cannot be taken back.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '4 stars' }));
    await userEvent.type(screen.getByRole('textbox', { name: /A word to the tester/ }), 'Thank you');
    await userEvent.click(screen.getByRole('button', { name: 'Approve and pay $22.50' }));
    expect(await screen.findByText('Summary 2')).toBeTruthy();
    expect(screen.getByText('Approved. $22.50 is on its way to Tester 1.')).toBeTruthy();
    expect(decisions).toEqual([{ verb: 'approve', id: submission(1).id, body: { rating: 4, comment: 'Thank you' } }]);
    expect(router.state.location.pathname).toContain(submission(2).id);
  });

  it('says when something can be rejected as known', async () => {
    await open(1);
    await userEvent.keyboard('r');
    const reason = await screen.findByRole('combobox', { name: /^Reason/ });
    await userEvent.selectOptions(reason, 'out_of_scope');
    expect(screen.queryByText(/listed before this was handed in/)).toBeNull();
    await userEvent.selectOptions(reason, 'duplicate_known');
    expect(screen.getByText(/listed before this was handed in/)).toBeTruthy();
  });

  it('rejects with r only for a reason and with a word on it', async () => {
    await open(1);
    await userEvent.keyboard('r');
    await userEvent.click(await screen.findByRole('button', { name: 'Reject work' }));
    expect((await screen.findByRole('alert')).textContent).toContain('2 fields need another look');
    expect(decisions).toEqual([]);
    expect(screen.getByText(/stays held for 72 hours.*Then \$24.75 goes back to you/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'out_of_scope');
    await userEvent.type(screen.getByRole('textbox', { name: 'What was wrong' }), 'This is another shop.');
    await userEvent.click(screen.getByRole('button', { name: 'Reject work' }));
    await waitFor(() => expect(decisions).toEqual([{ verb: 'reject', id: submission(1).id, body: { reason: 'out_of_scope', comment: 'This is another shop.' } }]));
  });

  it('ends at the empty queue after the last one', async () => {
    waiting = [1];
    server.use(http.get(at('/me/reviews'), () => HttpResponse.json({ items: waiting.map(reviewItem), next: null })));
    const router = visit(`/submissions/${submission(1).id}/review`);
    await screen.findByText('Summary 1');
    await userEvent.keyboard('a');
    await userEvent.click(await screen.findByRole('button', { name: /^Approve and pay/ }));
    expect(await screen.findByText('Nothing waits for a review')).toBeTruthy();
    expect(router.state.location.pathname).toBe('/reviews');
  });

  it('tells the server of the first look, once', async () => {
    let opened = 0;
    const unseen = { ...submission(1), opened_at: null };
    server.use(
      http.get(at(`/submissions/${unseen.id}`), () => HttpResponse.json(unseen)),
      http.post(at(`/submissions/${unseen.id}/open`), () => {
        opened += 1;
        return HttpResponse.json(submission(1));
      }),
    );
    await open(1);
    await waitFor(() => expect(opened).toBe(1));
  });
});

describe('work on one item of a seat', () => {
  const item = { ...submission(1), item_id: assignment(1).id, title: 'Gift card', changes_left: 1, bonus_unit_minor: 50, bonus_cap_minor: 500, bonus_minor: 250 };
  const show = async (change: Partial<typeof item> = {}) => {
    const work = { ...item, findings: [finding, { ...finding, id: finding.id.replace('700', '701'), number: 2, title: 'Another one that is here' }], ...change };
    server.use(http.get(at(`/submissions/${item.id}`), () => HttpResponse.json(work)));
    visit(`/submissions/${item.id}/review`);
    await screen.findByText('Summary 1');
  };

  it('is sent back with c, with words on what has to change', async () => {
    server.use(
      http.post(at('/submissions/:id/request-changes'), async ({ request }) => {
        decisions.push(await request.json());
        return HttpResponse.json({ ...item, state: 'changes_requested' });
      }),
    );
    await show();
    await userEvent.keyboard('c');
    await userEvent.type(await screen.findByRole('textbox', { name: 'What has to change' }), 'Too short');
    await userEvent.click(screen.getByRole('button', { name: 'Send back' }));
    expect(await screen.findByText('At least 10 characters, please.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'What has to change' }), ': add a picture of step 3.');
    await userEvent.click(screen.getByRole('button', { name: 'Send back' }));
    await waitFor(() => expect(decisions).toEqual([{ comment: 'Too short: add a picture of step 3.' }]));
  });

  it('cannot be sent back once the rounds are used up', async () => {
    await show({ changes_left: 0 });
    await userEvent.keyboard('c');
    expect(screen.queryByRole('dialog', { name: 'Ask for changes' })).toBeNull();
    expect(screen.getByRole('button', { name: 'No changes left' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is approved with what its findings add', async () => {
    await show();
    expect(screen.getByText('Findings so far: $2.50 of $5.00')).toBeTruthy();
    await userEvent.keyboard('a');
    expect(await screen.findByText(/gets \$25\.00 right away.*\$2\.50 of it is for findings\. \$2\.50 of the bonus was not earned/)).toBeTruthy();
  });

  it('has findings that are judged by keyboard', async () => {
    server.use(
      http.post(at('/findings/:id/verdict'), async ({ request, params }) => {
        decisions.push({ id: params['id'], body: await request.json() });
        return HttpResponse.json({ ...finding, state: 'valid' });
      }),
    );
    await show();
    await userEvent.keyboard('f');
    await userEvent.keyboard('v');
    await waitFor(() => expect(decisions).toEqual([{ id: finding.id, body: { verdict: 'valid' } }]));
    await userEvent.keyboard('e');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Verdict' }), 'works_as_designed');
    await userEvent.click(screen.getByRole('button', { name: 'Save verdict' }));
    expect(await screen.findByText('Please fill this in.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'It is meant so.');
    await userEvent.click(screen.getByRole('button', { name: 'Save verdict' }));
    await waitFor(() => expect(decisions[1]).toEqual({ id: finding.id, body: { verdict: 'works_as_designed', reason: 'It is meant so.' } }));
  });
});

describe('what lies between yes and no', () => {
  const answering = (verb: string) =>
    http.post(at(`/submissions/:id/${verb}`), async ({ request }) => {
      decisions.push({ verb, body: await request.json() });
      return HttpResponse.json(submission(1));
    });

  it('is a part, with p: each cent is shown before, and the rest stays held', async () => {
    server.use(answering('approve-partially'));
    await open(1);
    await userEvent.keyboard('p');
    const dialog = within(await screen.findByRole('dialog', { name: 'Approve a part of this work' }));
    const percent = dialog.getByRole('textbox', { name: 'How much of the pay' });
    await userEvent.clear(percent);
    await userEvent.type(percent, '60');
    expect(dialog.getByText('$13.50')).toBeTruthy();
    expect(dialog.getByText('$1.35')).toBeTruthy();
    expect(dialog.getByText('$9.90')).toBeTruthy();
    expect(dialog.getByText(/The other \$9\.90.*72 hours/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Approve this part' }));
    expect(await dialog.findByText('Please fill this in.')).toBeTruthy();
    expect(decisions).toEqual([]);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why not all of it' }), 'Step 2 is missing.');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve this part' }));
    await waitFor(() => expect(decisions).toEqual([{ verb: 'approve-partially', body: { percent: 60, comment: 'Step 2 is missing.' } }]));
  });

  it('is a question, with i: the review time stops, and the rounds are counted', async () => {
    server.use(answering('request-info'));
    await open(1);
    await userEvent.keyboard('i');
    expect(await screen.findByText(/review time stops until Tester 1 answers.*1 more time after this/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Your question' }), 'Which build was it?');
    await userEvent.click(screen.getByRole('button', { name: 'Send the question' }));
    await waitFor(() => expect(decisions).toEqual([{ verb: 'request-info', body: { question: 'Which build was it?' } }]));
  });

  it('is no question once the rounds are used up', async () => {
    server.use(http.get(at(`/submissions/${submission(1).id}`), () => HttpResponse.json({ ...submission(1), info_rounds_left: 0 })));
    await open(1);
    await userEvent.keyboard('i');
    expect(screen.queryByRole('dialog', { name: 'Ask before you decide' })).toBeNull();
    expect(screen.getByRole('button', { name: 'No questions left' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is a dispute about conduct, for fraud alone', async () => {
    server.use(answering('dispute'));
    await open(1);
    await userEvent.click(screen.getByRole('button', { name: 'More decisions' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Report misconduct' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'What happened' }), 'The pictures are from another job.');
    await userEvent.click(screen.getByRole('button', { name: 'Open the dispute' }));
    await waitFor(() => expect(decisions).toEqual([{ verb: 'dispute', body: { kind: 'conduct', statement: 'The pictures are from another job.' } }]));
  });

  it('shows the question with its answer, or that none came', async () => {
    server.use(http.get(at(`/submissions/${submission(1).id}`), () => HttpResponse.json({ ...submission(1), info_question: 'Which build?', info_unanswered: true })));
    await open(1);
    expect(screen.getByText('Which build?')).toBeTruthy();
    expect(screen.getByText(/^No answer came in time/)).toBeTruthy();
  });
});

describe('the neighbours in the queue', () => {
  const queue = [{ submission_id: 'a' }, { submission_id: 'b' }, { submission_id: 'c' }];
  it.each([
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
    ['gone', 'a', 'c'],
  ])('of %s are %s and %s', (id, next, previous) => {
    expect(neighbours(queue, id)).toEqual({ next: { submission_id: next }, previous: { submission_id: previous } });
  });
  it('of the only one are none', () => expect(neighbours(queue.slice(0, 1), 'a')).toEqual({ next: undefined, previous: undefined }));
});
