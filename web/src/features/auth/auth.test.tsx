// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { drop, sessionStatus } from '@/lib/token';
import { at, configAnswer, grant, problem, user } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';

beforeEach(() => server.use(configAnswer));
afterEach(drop);

async function logIn(password: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail address' }), user.email);
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
}

describe('logging in', () => {
  it('leads back to the page that asked for it', async () => {
    server.use(
      http.post(at('/auth/login'), () => HttpResponse.json(grant('t'))),
      http.get(at('/auth/sessions'), () => HttpResponse.json({ items: [], next: null })),
    );
    const router = visit('/settings?from=mail');
    await logIn('a good password');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
    expect(router.state.location.search).toBe('?from=mail');
  });

  it('says what is wrong and keeps what was typed', async () => {
    server.use(http.post(at('/auth/login'), () => problem(401, 'invalid-credentials')));
    visit('/login');
    await logIn('not my password');
    expect((await screen.findByRole('alert')).textContent).toContain('E-mail address or password is not right');
    expect(screen.getByRole('textbox', { name: 'E-mail address' })).toHaveProperty('value', user.email);
  });
});

describe('registering', () => {
  it('ends at the inbox, from where the mail can be sent again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(at('/auth/register'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ email: user.email, verification: 'sent' }, { status: 201 });
      }),
      http.post(at('/auth/verify-email/resend'), () => new HttpResponse(null, { status: 202 })),
    );
    visit('/register?role=tester');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Full name' }), 'Ana');
    await userEvent.type(screen.getByRole('textbox', { name: 'E-mail address' }), user.email);
    await userEvent.type(screen.getByLabelText('Password'), 'a good long password');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByRole('heading', { name: 'Check your inbox' })).toBeTruthy();
    expect(sent).toEqual([{ role: 'tester', full_name: 'Ana', email: user.email, password: 'a good long password', locale: 'en' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Send it again' }));
    expect(await screen.findByText('Sent again')).toBeTruthy();
  });
});

describe('the link of the verification mail', () => {
  it('is followed once', async () => {
    const tokens: unknown[] = [];
    server.use(
      http.post(at('/auth/verify-email'), async ({ request }) => {
        tokens.push(await request.json());
        return HttpResponse.json({ email_verified: true });
      }),
    );
    visit('/verify-email?token=abc');
    expect(await screen.findByText('Your address is confirmed')).toBeTruthy();
    expect(tokens).toEqual([{ token: 'abc' }]);
  });

  it('offers a new one when it is no longer good', async () => {
    server.use(http.post(at('/auth/verify-email'), () => problem(422, 'invalid-token')));
    visit('/verify-email?token=old');
    expect(await screen.findByRole('button', { name: 'Send a new link' })).toBeTruthy();
  });
});

it('logging out ends the session and leaves what was shown', async () => {
  server.use(
    http.post(at('/auth/login'), () => HttpResponse.json(grant('t'))),
    http.get(at('/auth/sessions'), () => HttpResponse.json({ items: [], next: null })),
    http.post(at('/auth/logout'), () => new HttpResponse(null, { status: 204 })),
  );
  const router = visit('/settings');
  await logIn('a good password');
  await userEvent.click(await screen.findByRole('button', { name: 'Account' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByText('You are logged out on this device')).toBeTruthy();
  expect(router.state.location.pathname).toBe('/logout');
  expect(sessionStatus()).toBe('signed-out');
});
