// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { adopt, drop } from '@/lib/token';
import { at, configAnswer, grant, problem } from '@/test/api';
import { estimate, planJob, priceBook, serviceType } from '@/test/plans';
import { visit } from '@/test/render';
import { server } from '@/test/server';
import { meAnswer } from '@/test/work';

type Sent = { title: string; roles: { id?: string; name: string; seats: number; items: { id?: string; title: string; details: unknown }[] }[] };

/** A server with one plan: it takes what comes with the right tag, and names what is new. */
function serve(job: Schema<'Job'>) {
  const sent: Sent[] = [];
  let version = 1;
  let made = 0;
  let kept = job;
  const answer = () => HttpResponse.json(kept, { headers: { ETag: `"${version}"` } });
  server.use(
    http.get(at(`/jobs/${job.id}`), answer),
    http.patch(at(`/jobs/${job.id}`), async ({ request }) => {
      if (request.headers.get('if-match') !== `"${version}"`) return problem(412, 'precondition-failed');
      const body = (await request.json()) as Sent;
      sent.push(body);
      version += 1;
      const name = (known: string | undefined) => known ?? `0190a000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
      const roles = body.roles.map((role) => ({ ...planJob.roles[0], ...role, id: name(role.id), items: role.items.map((item) => ({ ...item, id: name(item.id) })) }));
      kept = { ...kept, ...body, roles } as unknown as Schema<'Job'>; // what it took is what it has
      return answer();
    }),
  );
  return { sent, overtake: (title: string) => ((version += 1), (kept = { ...kept, title })) };
}

beforeEach(() => {
  sessionStorage.clear();
  server.use(
    configAnswer,
    meAnswer,
    http.get(at('/projects'), () => HttpResponse.json({ items: [], next: null })),
    http.get(at('/service-types'), () => HttpResponse.json({ items: [serviceType], next: null })),
    http.get(at('/pricing'), () => HttpResponse.json(priceBook)),
    http.post(at('/pricing/estimate'), () => HttpResponse.json(estimate)),
  );
  adopt(grant('t'));
});
afterEach(drop);

const open = async (search: string) => {
  visit(`/jobs/${planJob.id}/edit?${search}`);
  await screen.findByRole('group', { name: /^(?:What is tested|Roles|Work|Times|Check and publish)$/ }, { timeout: 30_000 });
};

describe('a plan in draft', () => {
  it('saves itself, and a new role keeps the id that it got', async () => {
    const { sent } = serve(planJob);
    await open('step=roles');
    await userEvent.click(screen.getByRole('button', { name: 'Add a role' }));
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 30_000 });
    expect(sent[0]?.roles.map(({ id, name }) => [id, name])).toEqual([
      [planJob.roles[0]?.id, 'Shoppers'],
      [planJob.roles[1]?.id, 'Editors'],
      [undefined, 'Role 3'],
    ]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Role' }), ' b');
    await waitFor(() => expect(sent.at(-1)?.roles[2]?.name).toBe('Role 3 b'), { timeout: 30_000 });
    expect(sent.at(-1)?.roles[2]?.id).toBe('0190a000-0000-7000-8000-000000000001');
  });

  it('moves its roles with the arrow keys, keeps the focus, and says so', async () => {
    serve(planJob);
    await open('step=roles');
    screen.getByRole('button', { name: /^Move Editors, 2 of 2/ }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Move Editors, 1 of 2/ }));
    expect(screen.getByText('Number 2 is now number 1.')).toBeTruthy();
  });

  it('brings a removed role back', async () => {
    serve(planJob);
    await open('step=roles');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Shoppers' }));
    expect(screen.queryByRole('button', { name: 'Remove Shoppers' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('button', { name: 'Remove Shoppers' })).toBeTruthy();
  });

  it('holds back what cannot be kept, and leads to it', async () => {
    const { sent } = serve(planJob);
    await open('step=work&role=1&item=0');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Title' }));
    const lacks = await screen.findByRole('region', { name: 'Not saved until this is mended' });
    expect(within(lacks).getByRole('link').getAttribute('href')).toContain('step=work&role=1&item=0');
    expect(sent).toEqual([]);
  });

  it('shows what each severity earns as the bonus is typed', async () => {
    serve(planJob);
    await open('step=work&role=0&item=0');
    await userEvent.type(screen.getByRole('textbox', { name: /^For a minor finding/ }), '2');
    await userEvent.type(screen.getByRole('textbox', { name: /^At most in all/ }), '15');
    const table = await screen.findByRole('table', { name: 'What a valid finding earns' });
    expect(within(table).getAllByRole('row').map((row) => row.textContent)).toEqual(['Critical× 10$15.00', 'Major× 5$10.00', 'Moderate× 2$4.00', 'Minor× 1$2.00', 'Trivial× 0$0.00']);
  });

  it('asks which version counts when another window was faster', async () => {
    const { sent, overtake } = serve(planJob);
    await open('step=about');
    overtake('Theirs');
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), ' two');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep what is here' }, { timeout: 30_000 }));
    await waitFor(() => expect(sent.at(-1)?.title).toBe('Spring release two'));
  });

  it('lists what the server still misses, with the way to it', async () => {
    serve(planJob);
    server.use(http.post(at(`/jobs/${planJob.id}/publish`), () => problem(422, 'incomplete', [{ pointer: '/roles/1/items/0/details/charter', code: 'required' }])));
    await open('step=check');
    await userEvent.click(screen.getByRole('button', { name: 'Publish for bids' }));
    const link = await screen.findByRole('link', { name: /Editors · Look around the basket · Charter/ });
    expect(link.getAttribute('href')).toContain('step=work&role=1&item=0');
  });

  it('cannot be published while a role has nothing to do', async () => {
    serve({ ...planJob, roles: planJob.roles.map((role, index) => (index === 0 ? { ...role, items: [] } : role)) });
    await open('step=check');
    expect(screen.getByRole('button', { name: 'Publish for bids' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('link', { name: /Shoppers · Work/ })).toBeTruthy();
  });
});

describe('a published plan', () => {
  const published: Schema<'Job'> = { ...planJob, state: 'published', bids_open: 3, bidding_deadline_at: '2030-01-01T00:00:00.000Z' };

  it('says how many bids become out of date, and asks before it saves', async () => {
    const { sent } = serve(published);
    await open('step=about');
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), ' two');
    expect(screen.getByText(/^3 open bids become out of date/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(sent).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Save, 3 bids become out of date' }));
    await waitFor(() => expect(sent.map(({ title }) => title)).toEqual(['Spring release two']));
  });
});
