// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at } from '@/test/api';
import { finding, findingRow } from '@/test/findings';
import { visit } from '@/test/render';
import { builder, recorded, signIn } from '@/test/session';
import { assignment, job, reviewItem, submission, typesAnswer } from '@/test/work';

afterEach(drop);

const issue = (number: number, created_at: string) => ({ id: `0190a000-0000-7000-8000-00000000090${number}`, project_id: job.project_id, title: `Known issue ${number}`, note: null, url: null, created_at });

async function open(change: Partial<Schema<'Finding'>> = {}) {
  const said = recorded<unknown>(() => HttpResponse.json(finding));
  const triaged = recorded<unknown>(() => HttpResponse.json({ ...finding, state: 'triaged' }));
  const asked: string[] = [];
  const work = { ...submission(1), findings: [{ ...finding, ...change }] };
  signIn(
    builder,
    typesAnswer,
    http.get(at('/me/reviews'), () => HttpResponse.json({ items: [reviewItem(1)], next: null })),
    http.get(at(`/submissions/${work.id}`), () => HttpResponse.json(work)),
    http.get(at(`/assignments/${work.assignment_id}`), () => HttpResponse.json(assignment(1))),
    http.get(at(`/jobs/${job.id}`), () => HttpResponse.json(job)),
    http.get(at(`/projects/${job.project_id}/findings`), ({ request }) => {
      const q = new URL(request.url).searchParams.get('q') ?? '';
      asked.push(q);
      const rows = [findingRow(1), findingRow(2), findingRow(3, { state: 'duplicate' }), { ...findingRow(4), id: finding.id }];
      return HttpResponse.json({ items: rows.filter(({ title }) => title.includes(q)), next: null });
    }),
    http.get(at(`/projects/${job.project_id}/known-issues`), () => HttpResponse.json({ items: [issue(1, '2026-02-01T12:00:00.000Z'), issue(2, '2026-04-01T12:00:00.000Z')], next: null })),
    http.post(at('/findings/:id/verdict'), said.take),
    http.post(at('/findings/:id/triage'), triaged.take),
  );
  visit(`/submissions/${work.id}/review`);
  await screen.findByText('Summary 1');
  return { said: said.sent, triaged: triaged.sent, asked };
}

async function choose(verdict: string) {
  await userEvent.keyboard('f');
  await userEvent.keyboard('e');
  const field = await screen.findByRole('combobox', { name: 'Verdict' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await userEvent.selectOptions(field, verdict);
}

const why = () => userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'It is the same.');
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save verdict' }));

describe('the verdict on a finding', () => {
  it('is looked at with t, once', async () => {
    const { triaged } = await open();
    await userEvent.keyboard('f');
    await userEvent.keyboard('t');
    await waitFor(() => expect(triaged).toHaveLength(1));
  });

  it('cannot be looked at again', async () => {
    await open({ state: 'triaged' });
    expect(screen.queryByRole('button', { name: 'Looked at' })).toBeNull();
    expect(screen.getByText('Looked at')).toBeTruthy();
  });

  it('is left with Escape, and the finding has the focus again', async () => {
    const { said } = await open();
    await choose('spam');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Verdict' })).toBeNull();
    expect(document.activeElement?.closest('details')?.id).toBe(`finding-${finding.id}`);
    expect(said).toEqual([]);
  });

  it('names the finding that it repeats, found by its words, and can pay it as a confirmation', async () => {
    const { said, asked } = await open();
    await choose('duplicate');
    await screen.findByRole('radio', { name: /place number 1/ });
    expect(screen.queryByRole('radio', { name: /place number [34]/ })).toBeNull();
    await userEvent.type(screen.getByRole('searchbox'), 'number 2');
    await waitFor(() => expect(screen.queryByRole('radio', { name: /place number 1/ })).toBeNull());
    expect(asked).toEqual(['', 'number 2']);
    await userEvent.click(screen.getByRole('radio', { name: /place number 2/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Pay it as a confirmation' }));
    await why();
    await save();
    await waitFor(() => expect(said).toEqual([{ verdict: 'duplicate', reason: 'It is the same.', duplicate_of: findingRow(2).id, confirmation: true }]));
  });

  it('is known only by an issue that was listed before', async () => {
    const { said } = await open();
    await choose('known');
    await screen.findByRole('option', { name: 'Known issue 1' });
    expect(screen.queryByRole('option', { name: 'Known issue 2' })).toBeNull();
    await why();
    await save();
    expect(said).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^The known issue/ }), issue(1, '').id);
    await save();
    await waitFor(() => expect(said).toEqual([{ verdict: 'known', reason: 'It is the same.', known_issue_id: issue(1, '').id }]));
  });
});
