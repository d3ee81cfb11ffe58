// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';

import { at, configAnswer, problem } from '@/test/api';
import { visit } from '@/test/render';
import { server } from '@/test/server';

beforeEach(() => {
  server.use(
    configAnswer,
    http.get(at('/jobs'), () => HttpResponse.json({ items: [], next: null })),
  );
});

it('an address that does not exist says so, and leads home', async () => {
  visit('/nowhere');
  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to the start page' }).getAttribute('href')).toBe('/');
});

it('a page of one’s own asks a visitor to log in, and remembers where they were', async () => {
  const router = visit('/settings?tab=x');
  expect(await screen.findByRole('heading', { level: 1, name: 'Log in' })).toBeTruthy();
  expect(router.state.location.search).toBe('?return_to=%2Fsettings%3Ftab%3Dx');
});

it('"?" shows the keys, but not while typing', async () => {
  visit('/login');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail address' }), '?');
  expect(screen.queryByRole('dialog', { name: 'Keyboard' })).toBeNull();
  await userEvent.click(document.body);
  await userEvent.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keyboard' }).textContent).toContain('Show these keys');
});

it('the palette leads to a page, whose heading gets the focus', async () => {
  const router = visit('/login');
  await screen.findByRole('heading', { level: 1 });
  await userEvent.keyboard('{Control>}k{/Control}pric{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/pricing'));
  const heading = await screen.findByRole('heading', { level: 1, name: 'What a test costs' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(document.title).toBe('What a test costs · PeerTest Hub');
});

it('says plainly that no real money moves', async () => {
  visit('/');
  expect(await screen.findByText('Test mode')).toBeTruthy();
});

it('shows what a simple test costs, to the cent', async () => {
  visit('/');
  const seats = await screen.findByRole('slider', { name: 'Testers' });
  expect(seats).toHaveProperty('value', '3');
  const receipt = screen.getByRole('figure', { name: 'Where each cent goes' });
  expect(receipt.textContent).toContain('To 3 testers$45.00Platform fee, 10%$4.50');
  expect(receipt.parentElement?.textContent).toContain('You pay$49.50');
});

it('a list that fails on the start page leaves the rest of it alone', async () => {
  server.use(http.get(at('/jobs'), () => problem(503, 'unavailable')));
  visit('/');
  expect((await screen.findByRole('alert')).textContent).toContain('The server is busy');
  expect(await screen.findByText('What a test costs')).toBeTruthy();
});
