// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';

import type { Body, Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { list, signIn } from '@/test/session';

type Device = Schema<'Device'>;

const then = '2026-03-01T12:00:00.000Z';
const device = (number: number, more: Partial<Device> = {}): Device => ({
  id: `0190a000-0000-7000-8000-00000000000${number}`,
  name: `Pixel ${number}`,
  kind: 'phone',
  os: 'Android',
  os_version: '15',
  browser: 'Chrome',
  browser_version: '130',
  confirmed_at: then,
  is_fresh: true,
  ...more,
});
const profile: Schema<'TesterProfile'> = { bio: '', languages: ['pt-PT'], skills: ['shop'], is_paused: false, level: 'newcomer', approved: 2, approval_rate: 100, on_time_rate: null };

afterEach(drop);

/** The settings of a tester with these devices; keeps what is sent. */
function open(devices: readonly Device[], answer?: () => Response) {
  const sent: Body<'putDevices'>['items'][] = [];
  signIn(
    tester,
    http.get(at('/me/devices'), () => list(devices)),
    http.get(at('/me/tester-profile'), () => HttpResponse.json(profile, { headers: { ETag: '"1"' } })),
    http.put(at('/me/devices'), async ({ request }) => {
      const { items } = (await request.json()) as Body<'putDevices'>;
      sent.push(items);
      return answer?.() ?? list(items.map((item, index) => device(index + 1, { ...item, browser: item.browser ?? null, browser_version: item.browser_version ?? null })));
    }),
  );
  visit('/settings');
  return sent;
}

describe("a tester's devices", () => {
  it('are added with what this browser says of itself', async () => {
    const sent = open([device(8)]);
    await userEvent.click(await screen.findByRole('button', { name: 'Add this device' }, { timeout: 30_000 }));
    const dialog = within(screen.getByRole('dialog', { name: 'Add a device' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Maker and model' }), 'ThinkPad');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'What it is' }), 'laptop');
    for (const [label, text] of [['System', 'Debian'], ['System version', '12']] as const) {
      const box = dialog.getByRole('textbox', { name: label });
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person types
      await userEvent.clear(box);
      // oxlint-disable-next-line no-await-in-loop
      await userEvent.type(box, text);
    }
    await userEvent.click(dialog.getByRole('button', { name: 'Save device' }));
    await waitFor(() => expect(sent[0]?.map(({ name }) => name)).toEqual(['Pixel 8', 'ThinkPad']));
    expect(sent[0]?.[1]).toMatchObject({ kind: 'laptop', os: 'Debian', os_version: '12' });
    expect(await screen.findByText('ThinkPad')).toBeTruthy();
  });

  it('are confirmed all at once when they have grown old', async () => {
    const sent = open([device(1, { is_fresh: false }), device(2)]);
    expect(await screen.findByText('Confirm it, so that it counts again', {}, { timeout: 30_000 })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'I still have all of these' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.map(({ name }) => name)).toEqual(['Pixel 1', 'Pixel 2']);
    await waitFor(() => expect(screen.queryByText('Confirm it, so that it counts again')).toBeNull());
  });

  it('are changed and removed in place', async () => {
    const sent = open([device(1), device(2, { browser: null, browser_version: null })]);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Pixel 2' }, { timeout: 30_000 }));
    const dialog = within(screen.getByRole('dialog', { name: 'Edit device' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Maker and model' }), ' Pro');
    await userEvent.click(dialog.getByRole('button', { name: 'Save device' }));
    await waitFor(() => expect(sent[0]?.[1]).toEqual({ name: 'Pixel 2 Pro', kind: 'phone', os: 'Android', os_version: '15' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Pixel 1' }));
    await waitFor(() => expect(sent[1]?.map(({ name }) => name)).toEqual(['Pixel 2 Pro']));
  });

  it('stay as they were when they could not be saved', async () => {
    open([device(1)], () => problem(500, 'internal'));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Pixel 1' }, { timeout: 30_000 }));
    expect(await screen.findByText(/req-1/)).toBeTruthy();
    expect(screen.getByText('Pixel 1')).toBeTruthy();
  });
});

describe("a tester's profile", () => {
  it('shows what was earned, and sends words as lists', async () => {
    open([]);
    const sent: unknown[] = [];
    server.use(
      http.patch(at('/me/tester-profile'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(profile);
      }),
    );
    expect(await screen.findByText('100%', {}, { timeout: 30_000 })).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /^Languages/ }), ', en');
    await userEvent.click(screen.getByRole('checkbox', { name: 'I take a break' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save tester profile' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ languages: ['pt-PT', 'en'], skills: ['shop'], is_paused: true });
    expect(await screen.findByText('Your tester profile is saved.')).toBeTruthy();
  });
});
