// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, it } from 'vitest';

import { drop } from '@/lib/token';
import { at } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { admin, builder, recorded, signIn } from '@/test/session';

afterEach(drop);

const wait = { timeout: 30_000 };

it('is switched on, and the recovery codes stay until they are kept', async () => {
  signIn(
    builder,
    http.post(at('/auth/totp'), () => HttpResponse.json({ secret: 'ABCDEFGH', otpauth_uri: 'otpauth://totp/x' })),
    http.post(at('/auth/totp/confirm'), () => HttpResponse.json({ recovery_codes: ['aaaaa-bbbbb'] })),
  );
  const hands = userEvent.setup(); // with a clipboard
  visit('/settings');
  await userEvent.click(await screen.findByRole('button', { name: 'Set up a second factor' }, wait));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Code from the app' }), '123456');
  server.use(http.get(at('/me'), () => HttpResponse.json({ ...builder, totp_enabled: true })));
  await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }));
  expect(await screen.findByText('aaaaa-bbbbb')).toBeTruthy();
  await hands.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('aaaaa-bbbbb');
  await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
  expect(await screen.findByRole('button', { name: 'Switch it off' })).toBeTruthy();
  expect(screen.queryByText('aaaaa-bbbbb')).toBeNull();
});

it('is switched off with the password and a code', async () => {
  const ended = recorded(() => new HttpResponse(null, { status: 204 }));
  signIn({ ...builder, totp_enabled: true }, http.delete(at('/auth/totp'), ended.take));
  visit('/settings');
  await userEvent.click(await screen.findByRole('button', { name: 'Switch it off' }, wait));
  const dialog = within(screen.getByRole('dialog', { name: 'Switch the second factor off' }));
  await userEvent.type(dialog.getByLabelText('Present password'), 'a good password');
  await userEvent.type(dialog.getByRole('textbox', { name: 'Code from the app' }), 'aaaaa-bbbbb');
  await userEvent.click(dialog.getByRole('button', { name: 'Switch it off' }));
  await waitFor(() => expect(ended.sent).toEqual([{ password: 'a good password', code: 'aaaaa-bbbbb' }]));
});

it('stays on for administrators', async () => {
  signIn({ ...admin, totp_enabled: true });
  visit('/settings');
  expect(await screen.findByText('Administrators cannot switch it off.', {}, wait)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Switch it off' })).toBeNull();
});
