// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import { drop } from '@/lib/token';
import { adminUser, detailOf, person, signInAdmin } from '@/test/admin';
import { at, problem } from '@/test/api';
import { visit } from '@/test/render';
import { list, recorded } from '@/test/session';

afterEach(drop);

const file = { owner_id: person.id, state: 'ready', kind: 'picture', size_bytes: 28893, created_at: '2026-01-02T03:04:05.000Z' };
const icon = { ...file, id: '0190a000-0000-7000-8000-0000000000f1', name: 'Icon.png', used_for: 'project', project_name: 'A shop', url: '/api/v1/files/1' };
const proof = { ...file, id: '0190a000-0000-7000-8000-0000000000f2', name: 'Proof.png', used_for: 'work', project_name: null, url: null };
const personAnswer = http.get(at(`/admin/users/${person.id}`), () => HttpResponse.json(detailOf(person)));
const wait = { timeout: 30_000 };

describe('the list of users', () => {
  it('keeps its filters in the address, and asks the server with them', async () => {
    const asked: string[] = [];
    signInAdmin(
      ['support'],
      http.get(at('/admin/users'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return list([person]);
      }),
    );
    const router = visit('/admin/users?role=tester');
    expect(await screen.findByText('tess@example.org', {}, wait)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'suspended');
    await userEvent.type(screen.getByRole('searchbox'), 'tess');
    await waitFor(() => expect(router.state.location.search).toBe('?role=tester&state=suspended&q=tess'));
    await waitFor(() => expect(asked.at(-1)).toBe('?q=tess&role=tester&state=suspended'));
    await userEvent.click(screen.getByRole('button', { name: 'Keep this search' }));
    expect(screen.getByRole('link', { name: 'tester, suspended, tess' })).toBeTruthy();
  });

  it('says when there is nobody, when it failed, and reads its next page', async () => {
    const answers = [
      () => problem(500, 'internal'),
      () => list([]),
      () => HttpResponse.json({ items: [person], next: 'c2' }),
      () => list([{ ...person, id: '0190a000-0000-7000-8000-000000000043', full_name: 'Tom' }]),
    ];
    signInAdmin(['support'], http.get(at('/admin/users'), () => (answers.shift() ?? (() => list([])))()));
    visit('/admin/users');
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }, wait));
    expect(await screen.findByText('Nobody found')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Roles' }), 'tester');
    await userEvent.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('link', { name: /Tom/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Tess/ })).toBeTruthy();
  });
});

describe('an account', () => {
  it('is suspended with a reason, never without', async () => {
    const suspended = recorded(() => HttpResponse.json(detailOf({ ...person, state: 'suspended' })));
    signInAdmin(['support'], personAnswer, http.post(at(`/admin/users/${person.id}/suspend`), suspended.take));
    visit(`/admin/users/${person.id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Suspend' }, wait));
    const dialog = within(screen.getByRole('dialog', { name: 'Suspend Tess' }));
    expect(dialog.getByText(/logged out everywhere at once/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }));
    expect(suspended.sent).toEqual([]);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'Sells reports on');
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }));
    await waitFor(() => expect(suspended.sent).toEqual([{ reason: 'Sells reports on' }]));
    expect(await screen.findByText('Tess is suspended.')).toBeTruthy();
  });

  it('shows what a scope does not allow, and says which one does', async () => {
    signInAdmin(['support'], personAnswer);
    visit(`/admin/users/${person.id}`);
    const freeze = await screen.findByRole('button', { name: 'Freeze money' }, wait);
    expect(freeze.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'Freeze money', description: 'This needs the right "Finance".' })).toBe(freeze);
    await userEvent.click(freeze);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Suspend' }).getAttribute('aria-disabled')).toBe('false');
  });

  it('gets other roles and rights as a whole', async () => {
    const rights = recorded(() => HttpResponse.json(detailOf(person)));
    signInAdmin(['super'], personAnswer, http.put(at(`/admin/users/${person.id}/roles`), rights.take));
    visit(`/admin/users/${person.id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Roles and rights' }, wait));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Administrator' }));
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Finance' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'Keeps the books');
    await userEvent.click(dialog.getByRole('button', { name: 'Save roles and rights' }));
    await waitFor(() => expect(rights.sent).toEqual([{ reason: 'Keeps the books', roles: ['tester', 'admin'], scopes: ['finance'] }]));
  });

  it('loses one file with a reason, and shows only the pictures that everybody sees', async () => {
    const removed = recorded(() => HttpResponse.json({ ...proof, state: 'deleted' }));
    signInAdmin(
      ['moderation'],
      personAnswer,
      http.get(at(`/admin/users/${person.id}/files`), () => list([icon, proof])),
      http.post(at(`/admin/files/${proof.id}/remove`), removed.take),
    );
    visit(`/admin/users/${person.id}`);
    const shown = await screen.findByRole('link', { name: 'Icon.png' }, wait);
    expect(shown.getAttribute('href')).toBe('/api/v1/files/1');
    expect(screen.getByText('Pictures of A shop')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Proof.png' })).toBeNull();
    const row = within(screen.getByText('Proof.png').closest('tr, li') as HTMLElement); // one of the two looks of a list
    await userEvent.click(row.getByRole('button', { name: 'Remove' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Remove Proof.png' }));
    expect(dialog.getByText(/proves work/)).toBeTruthy();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'It shows a face');
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(removed.sent).toEqual([{ reason: 'It shows a face' }]));
    expect(await screen.findByText('Proof.png is removed.')).toBeTruthy();
  }, 20_000);

  it('of one’s own is left alone', async () => {
    signInAdmin(['super']);
    visit(`/admin/users/${adminUser.id}`);
    expect(await screen.findByRole('button', { name: 'Suspend', description: 'Nobody does this to their own account.' }, wait)).toBeTruthy();
  });
});
