// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { drop } from '@/lib/token';
import { at, configAnswer, grant, problem, user } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';

type Sent = { password: string; totp_code?: string; recovery_code?: string };

let sent: Sent[];

/** Right are the password, the code 123456 and the recovery code aaaaa-bbbbb. */
beforeEach(async () => {
  sent = [];
  server.use(
    configAnswer,
    http.get(at('/auth/sessions'), () => HttpResponse.json({ items: [], next: null })),
    http.post(at('/auth/login'), async ({ request }) => {
      const body = (await request.json()) as Sent;
      sent.push(body);
      return body.totp_code === '123456' || body.recovery_code === 'aaaaa-bbbbb' ? HttpResponse.json(grant('t')) : problem(401, 'second-factor-required');
    }),
  );
  visit('/settings');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail address' }, { timeout: 30_000 }), user.email);
  await userEvent.type(screen.getByLabelText('Password'), 'a good password');
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
  await screen.findByRole('heading', { level: 1, name: 'One more step' });
});
afterEach(drop);

it('the browser may fill the code in; a wrong one is said to be wrong', async () => {
  const code = screen.getByRole('textbox', { name: 'Code from your authenticator app' });
  expect(code.getAttribute('autocomplete')).toBe('one-time-code');
  await userEvent.type(code, '111111');
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('textbox', { name: 'Code from your authenticator app', description: /This code is not right/ })).toBeTruthy();
  await userEvent.clear(code);
  await userEvent.type(code, '123 456');
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  expect(sent.at(-1)).toEqual({ email: user.email, password: 'a good password', totp_code: '123456' });
});

it('a recovery code does instead', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Use a recovery code instead' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Recovery code' }), ' aaaaa-bbbbb ');
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  expect(sent.at(-1)).toEqual({ email: user.email, password: 'a good password', recovery_code: 'aaaaa-bbbbb' });
});
