// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { adminUser, signInAdmin } from '@/test/admin';
import { at } from '@/test/api';
import { visit } from '@/test/render';
import { list, recorded } from '@/test/session';

afterEach(drop);

const wait = { timeout: 30_000 };
const then = '2026-03-01T12:00:00.000Z';

const dead: Schema<'QueueJob'> = { id: '0190a000-0000-7000-8000-000000000071', kind: 'mail.send', urgency: 'soon', state: 'dead', attempts: 6, away: null, away_since: null, ids: [{ name: 'account_id', id: adminUser.id }], what: 'job_funded', last_error: 'no connection', created_at: then, due_at: then, finished_at: then };

it('a dead job says why, and is driven again alone or with its kind', async () => {
  const one = recorded(() => HttpResponse.json({ ...dead, state: 'queued' }));
  const kind = recorded(() => HttpResponse.json({ redriven: 1 }));
  signInAdmin(['support'], http.get(at('/admin/queue'), () => list([dead, { ...dead, id: '0190a000-0000-7000-8000-000000000072', state: 'done' }])), http.post(at('/admin/queue/redrive'), kind.take), http.post(at(`/admin/queue/${dead.id}/redrive`), one.take));
  visit('/admin/queue?kind=mail.send');
  expect(await screen.findAllByText('no connection', {}, wait)).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' })); // the one that is done has no such button
  const dialog = within(screen.getByRole('dialog', { name: 'Try mail.send again' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'Mail is back');
  await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(one.sent).toEqual([{ reason: 'Mail is back' }]));
  await userEvent.click(await screen.findByRole('button', { name: 'Try a kind again' }));
  const all = within(screen.getByRole('dialog', { name: 'Try all of a kind again that were given up' }));
  await userEvent.type(all.getByRole('textbox', { name: 'Why' }), 'Mail is back');
  await userEvent.click(all.getByRole('button', { name: 'Try them again' }));
  await waitFor(() => expect(kind.sent).toEqual([{ reason: 'Mail is back', kind: 'mail.send' }]));
});

it('a schedule says how its last run went, and runs now', async () => {
  const run = recorded(() => HttpResponse.json({}));
  const schedule: Schema<'Schedule'> = { name: 'books.seal', what: 'Seals what is new', kind: 'books.seal', every_seconds: 60, next_run_at: then, last_run_at: then, last_state: 'dead', last_finished_at: then, last_error: 'broken chain', last_job_id: null };
  signInAdmin(['support'], http.get(at('/admin/schedules'), () => list([schedule])), http.post(at('/admin/schedules/books.seal/run'), run.take));
  visit('/admin/schedules');
  expect(await screen.findByText('broken chain', {}, wait)).toBeTruthy();
  expect(screen.getByText('Failed')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Run now' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Run books.seal now' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'To see it');
  await userEvent.click(dialog.getByRole('button', { name: 'Run now' }));
  await waitFor(() => expect(run.sent).toEqual([{ reason: 'To see it' }]));
});

it('the dashboard leads to what needs someone, and has its figures as a table too', async () => {
  const days = ['2026-02-28', '2026-03-01'];
  const dashboard: Schema<'Dashboard'> = {
    from: then,
    to: then,
    now: { accounts: 9, builders: 3, testers: 6, suspended: 0, jobs_open: 2, to_review: 1, disputes_open: 0, payouts_failed: 4, refunds_failed: 0, chargebacks_open: 0, dead_jobs: 0 },
    days: days.map((day, at_) => ({ day, registrations: at_ * 7, jobs_opened: 0, submissions: 0, decisions: 0 })),
    money: [{ currency: 'jpy', held_minor: 1500, owed_minor: 0, days: days.map((day) => ({ day, in_minor: 1200, released_minor: 0, fees_minor: 0, refunded_minor: 0 })) }],
  };
  const asked: string[] = [];
  signInAdmin(
    [],
    http.get(at('/admin/dashboard'), ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(dashboard);
    }),
  );
  visit('/admin');
  expect((await screen.findByRole('link', { name: 'Failed payouts' }, wait)).getAttribute('href')).toBe('/admin/payouts?state=failed');
  const happened = within(screen.getByRole('region', { name: 'What happened' }));
  const rows = happened.getAllByRole('row', { hidden: true });
  expect(rows.map((row) => row.textContent)).toHaveLength(2); // the head, and the one day on which there was something
  expect(rows[1]?.textContent).toContain('7');
  expect(within(screen.getByRole('region', { name: 'Money in JPY' })).getAllByText('¥1,200')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: '90 days' }));
  await waitFor(() => expect(asked.at(-1)).toBe('?days=90'));
});

it('the audit trail narrows to what one has done oneself', async () => {
  const asked: string[] = [];
  const action: Schema<'AdminAction'> = { id: '0190a000-0000-7000-8000-000000000081', admin_id: adminUser.id, admin_name: 'Ada', kind: 'setMarket', entity: 'market', entity_id: 'JP', reason: 'New threshold', detail: { before: { payout_min_minor: 1500, testers: true, name: null } } as unknown as Schema<'AdminAction'>['detail'], created_at: then };
  signInAdmin(
    [],
    http.get(at('/admin/audit'), ({ request }) => {
      asked.push(new URL(request.url).search);
      return list([action]);
    }),
  );
  visit('/admin/audit?entity=market');
  expect(await screen.findByText('New threshold', {}, wait)).toBeTruthy();
  expect(screen.getByText('Changed a market')).toBeTruthy();
  expect(screen.getByText('before: payout min minor 1500, testers true, name –')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Only mine' }));
  await waitFor(() => expect(asked.at(-1)).toBe(`?entity=market&admin_id=${adminUser.id}`));
});

it('health tells what is stuck from what only waits its turn', async () => {
  const health: Schema<'AdminHealth'> = {
    pool: { max: 16, busy: 1, waiting: 0, borrowed: 9, refused: 0 },
    connections: 6, queued: 3, later: 0, running: 0, dead: 0, queued_since: then, clocks_set: 4, clocks_overdue: 1, clocks_overdue_since: new Date().toISOString(),
    intents_unknown: 0, intents_unknown_since: null, webhooks_waiting: 0, webhook_last_at: null, schedules_failed: 0, provider_waiting: 0, provider_waiting_since: null, mail_waiting: 0, mail_waiting_since: null, storage_waiting: 0, storage_waiting_since: null,
  };
  signInAdmin([], http.get(at('/admin/health'), () => HttpResponse.json(health)));
  visit('/admin/health');
  await screen.findByRole('heading', { level: 1, name: 'Health' }, wait);
  const bad = screen.getAllByText('Needs a look:').map((mark) => mark.parentElement?.textContent);
  expect(bad).toEqual(['Needs a look:Background jobs due']);
});
