// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, it } from 'vitest';

import { drop, sessionStatus } from '@/lib/token';
import { at, problem } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { admin, recorded, signIn } from '@/test/session';

const closed = http.get(at('/admin/users/:id'), () => problem(403, 'second-factor-needed'));

afterEach(drop);

it('leads an administrator without a second factor through setting it up', async () => {
  const codes = recorded<{ code: string }>(() => HttpResponse.json({ recovery_codes: ['aaaaa-bbbbb', 'ccccc-ddddd'] }));
  let isEnrolled = false;
  signIn(
    admin,
    closed,
    http.post(at('/auth/totp'), () => HttpResponse.json({ secret: 'ABCDEFGHIJKLMNOP', otpauth_uri: 'otpauth://totp/PeerTest:ana?secret=ABCDEFGHIJKLMNOP' })),
    http.post(at('/auth/totp/confirm'), codes.take),
  );
  server.use(http.get(at('/me'), () => HttpResponse.json({ ...admin, totp_enabled: isEnrolled })));
  visit('/admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Set up a second factor' }, { timeout: 30_000 }));
  expect(await screen.findByRole('img', { name: 'QR code for your authenticator app' })).toBeTruthy();
  expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Code from the app' }), '123 456');
  await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }));
  expect(await screen.findByText('aaaaa-bbbbb')).toBeTruthy();
  expect(codes.sent).toEqual([{ code: '123456' }]);
  isEnrolled = true;
  await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Log in with your second factor' })).toBeTruthy();
});

it('says that a code was wrong, and lets the next one be entered', async () => {
  signIn(
    admin,
    closed,
    http.post(at('/auth/totp'), () => HttpResponse.json({ secret: 'ABCD', otpauth_uri: 'otpauth://totp/x' })),
    http.post(at('/auth/totp/confirm'), () => problem(422, 'invalid-input', [{ pointer: '/code', code: 'not-allowed' }])),
  );
  visit('/admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Set up a second factor' }, { timeout: 30_000 }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Code from the app' }), '000000');
  await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }));
  expect(await screen.findByRole('textbox', { name: 'Code from the app', description: /This code is not right/ })).toBeTruthy();
});

it('signs out and back when the session began without the factor', async () => {
  signIn(
    { ...admin, totp_enabled: true },
    closed,
    http.post(at('/auth/logout'), () => new HttpResponse(null, { status: 204 })),
  );
  const router = visit('/admin/users?q=tess');
  await userEvent.click(await screen.findByRole('button', { name: 'Log in again' }, { timeout: 30_000 }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Log in' })).toBeTruthy();
  expect(sessionStatus()).toBe('signed-out');
  expect(new URLSearchParams(router.state.location.search).get('return_to')).toBe('/admin/users?q=tess');
});
