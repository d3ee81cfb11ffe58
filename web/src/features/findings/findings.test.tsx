// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { finding, findingRow } from '@/test/findings';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { builder, list, recorded, signIn } from '@/test/session';
import { assignment, job, submission } from '@/test/work';

const saved: string[] = [];
vi.mock('@/lib/save-file', () => ({ saveFile: (name: string) => saved.push(name) }));

afterEach(() => {
  saved.length = 0;
  drop();
});

const project = { id: job.project_id, name: 'The Shop', url: null, description: '', platforms: ['web'], category: null, job_count: 1 };
const projectAnswer = http.get(at(`/projects/${project.id}`), () => HttpResponse.json(project));

describe('the findings of a project', () => {
  const root = findingRow(1, { state: 'valid', duplicates: 1 });
  const again = findingRow(2, { state: 'duplicate', duplicate_of: root.id, root: { id: root.id, title: root.title, state: 'valid', severity: 'major', created_at: root.created_at } });

  function open(rows: readonly Schema<'FindingRow'>[], address = '') {
    const asked: string[] = [];
    signIn(
      builder,
      projectAnswer,
      http.get(at(`/projects/${project.id}/findings`), ({ request }) => {
        asked.push(new URL(request.url).search);
        return list(rows);
      }),
      http.get(at(`/projects/${project.id}/findings.sarif`), ({ request }) => {
        asked.push(`sarif${new URL(request.url).search}`);
        return new HttpResponse('{}', { headers: { 'content-type': 'application/sarif+json' } });
      }),
    );
    return { asked, router: visit(`/projects/${project.id}/findings${address}`) };
  }

  it('stand one under the other, with duplicates folded under the first', async () => {
    open([again, root]);
    // The first page of a file comes in chunks; a busy machine takes its time.
    expect(await screen.findByRole('link', { name: /place number 1.*and 1 duplicate/ }, { timeout: 15_000 })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /place number 2/ })).toBeNull();
  });

  it('are narrowed by the address, and duplicates that are asked for are shown', async () => {
    const { asked } = open([again], '?state=duplicate&severity=major&kind=nonsense');
    expect(await screen.findByRole('link', { name: /place number 2/ })).toBeTruthy();
    expect(asked).toEqual(['?state=duplicate&severity=major']);
  });

  it('have their filters behind a button where there is no room, which says how many there are', async () => {
    open([again], '?state=duplicate&severity=major&q=voucher');
    const button = await screen.findByRole('button', { name: '2 filters' });
    const row = screen.getByRole('combobox', { name: 'State' }).closest('search > div');
    expect(row?.className).toContain('max-md:hidden');
    await userEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(row?.className).not.toContain('max-md:hidden');
  });

  it('put what is searched for into the address', async () => {
    const { asked, router } = open([root]);
    await userEvent.type(await screen.findByRole('searchbox'), 'voucher');
    await waitFor(() => expect(asked).toContain('?q=voucher'));
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'valid');
    await waitFor(() => expect(asked.at(-1)).toBe('?q=voucher&state=valid'));
    expect(router.state.location.search).toBe('?q=voucher&state=valid');
  });

  it('say what belongs here while there are none, and offer all again when filters leave none', async () => {
    open([]);
    expect(await screen.findByText('Nothing found yet')).toBeTruthy();
    drop();
    const { router } = open([], '?state=spam');
    await screen.findByText('No finding like that');
    await userEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] ?? document.body);
    expect(router.state.location.search).toBe('');
  });

  it('are saved as a file in the form that is chosen, narrowed like the list', async () => {
    const { asked } = open([root], '?severity=major');
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Code scanning (SARIF)' }));
    await waitFor(() => expect(saved).toEqual(['The-Shop-findings.sarif']));
    expect(asked).toContain('sarif?severity=major');
  });
});

describe('a finding on its own page', () => {
  function open(change: Partial<Schema<'Finding'>>, as: 'builder' | 'tester' = 'builder', work: Partial<Schema<'Submission'>> = {}) {
    const sent: Record<string, unknown[]> = {};
    const takes = (verb: string, answer: object = finding, status = 200) => {
      const { sent: bodies, take } = recorded<unknown>(() => HttpResponse.json(answer, { status }));
      sent[verb] = bodies;
      return http.post(at(`/findings/${finding.id}/${verb}`), take);
    };
    signIn(
      as === 'builder' ? builder : tester,
      http.get(at(`/findings/${finding.id}`), () => HttpResponse.json({ ...finding, ...change })),
      http.get(at(`/submissions/${finding.submission_id}`), () => HttpResponse.json({ ...submission(1), ...work })),
      http.get(at(`/assignments/${assignment(1).id}`), () => HttpResponse.json({ ...assignment(1), ...(as === 'tester' && { tester_id: tester.id }) })),
      http.get(at(`/jobs/${job.id}`), () => problem(404, 'not-found')),
      ...['fixed', 'verified', 'reopened', 'withdraw'].map((verb) => takes(verb)),
      takes('order-retest', { job_id: job.id }, 201),
    );
    return { sent, router: visit(`/findings/${finding.id}`) };
  }

  const heading = () => screen.findByRole('heading', { level: 1, name: finding.title });

  it('leads the builder to the desk while it is not judged', async () => {
    open({});
    await heading();
    expect(screen.getByText('Your turn: judge it')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Judge it at the desk' }).getAttribute('href')).toBe(`/submissions/${submission(1).id}/review#finding-${finding.id}`);
  });

  it('names to the builder who reported it again', async () => {
    const again = findingRow(3, { state: 'duplicate', duplicate_of: finding.id, confirmation: true });
    const asked: string[] = [];
    open({ state: 'valid' });
    server.use(
      http.get(at(`/jobs/${job.id}`), () => HttpResponse.json(job)),
      http.get(at(`/projects/${job.project_id}/findings`), ({ request }) => {
        asked.push(new URL(request.url).search);
        return list([again]);
      }),
    );
    const link = await screen.findByRole('link', { name: again.title });
    expect(link.getAttribute('href')).toBe(`/findings/${again.id}`);
    expect(screen.getByText(again.tester_name)).toBeTruthy();
    expect(screen.getByText('Confirms it elsewhere')).toBeTruthy();
    expect(asked).toEqual([`?root_id=${finding.id}&limit=100`]);
  });

  it('is said to be fixed in a version', async () => {
    const { sent } = open({ state: 'valid' });
    await userEvent.click(await screen.findByRole('button', { name: 'It is fixed' }));
    await userEvent.type(screen.getByRole('textbox', { name: /In which version/ }), '4.2.1');
    await userEvent.click(screen.getByRole('button', { name: 'Mark as fixed' }));
    await waitFor(() => expect(sent['fixed']).toEqual([{ build: '4.2.1' }]));
  });

  it('has its fix checked by a job, which opens to be completed', async () => {
    const { sent, router } = open({ state: 'fixed', fixed_at: finding.created_at, fixed_build: '4.2.1' });
    await userEvent.click(await screen.findByRole('button', { name: 'Order a check of the fix' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/jobs/${job.id}/edit`));
    expect(sent['order-retest']).toHaveLength(1);
  });

  it('is reopened only with a word on what still happens', async () => {
    const { sent } = open({ state: 'retest_ordered', retest_job_id: job.id });
    await userEvent.click(await screen.findByRole('button', { name: 'It is still there' }));
    const dialog = within(screen.getByRole('dialog', { name: 'It is still there' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Reopen' }));
    expect(await dialog.findByText('Please fill this in.')).toBeTruthy();
    await userEvent.type(dialog.getByRole('textbox'), 'On Safari it is as before.');
    await userEvent.click(dialog.getByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(sent['reopened']).toEqual([{ note: 'On Safari it is as before.' }]));
  });

  it('is taken back by its tester until the builder has looked', async () => {
    const { sent } = open({}, 'tester');
    await userEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
    expect(sent['withdraw']).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Take it back for good' }));
    await waitFor(() => expect(sent['withdraw']).toHaveLength(1));
  });

  it('tells its tester what came first, and offers nothing any more', async () => {
    open({ state: 'duplicate', judged_at: finding.created_at, root: { id: findingRow(1).id, title: 'What came first', state: 'valid', severity: 'critical', created_at: finding.created_at } }, 'tester');
    await heading();
    const first = within(screen.getByText('What came first').parentElement ?? document.body);
    expect(first.getByText('Valid')).toBeTruthy();
    expect(first.getByText('Critical')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'It is fixed' })).toBeNull();
  });
});

describe('known issues', () => {
  it('are listed, added and taken off', async () => {
    const issue = { id: findingRow(9).id, project_id: project.id, title: 'Search misses accents', note: 'Soon.', url: null, created_at: finding.created_at };
    const added = recorded<unknown>(() => HttpResponse.json(issue, { status: 201 }));
    let removed = 0;
    signIn(
      builder,
      projectAnswer,
      http.get(at(`/projects/${project.id}/known-issues`), () => list([issue])),
      http.post(at(`/projects/${project.id}/known-issues`), added.take),
      http.delete(at(`/known-issues/${issue.id}`), () => {
        removed += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    visit(`/projects/${project.id}/known-issues`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a known issue' }));
    await userEvent.type(screen.getByRole('textbox', { name: /What is wrong/ }), 'The map is empty at night');
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }));
    await waitFor(() => expect(added.sent).toEqual([{ title: 'The map is empty at night' }]));
    await userEvent.click(screen.getByRole('button', { name: 'Take off: Search misses accents' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take off' }));
    await waitFor(() => expect(removed).toBe(1));
  });
});
