// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { show } from '@/test/render';

import { DataList, type Column } from './data-list';

type Row = { id: string; title: string };

const columns: Column<Row>[] = [
  { key: 'title', header: 'Title', cell: ({ title }) => title },
  { key: 'id', header: 'Number', cell: ({ id }) => id },
];

type List = Parameters<typeof DataList<Row>>[0]['list'];

const quiet: List = { isPending: false, error: null, rows: undefined, retry: () => undefined };

const showList = (list: Partial<List>) =>
  show(
    <DataList label="Things" list={{ ...quiet, ...list }} empty={<p>None yet</p>} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/things/${id}`} />,
  );

it('waits in the shape of what comes', () => {
  showList({ isPending: true });
  expect(screen.getByRole('status').textContent).toContain('Loading');
});

it('says what failed, with the request id, and tries again', async () => {
  const retry = vi.fn<() => void>();
  showList({ error: { type: '/problems/unavailable', status: 503, title: '', request_id: 'r9' }, retry });
  expect(screen.getByRole('alert').textContent).toContain('r9');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

it('says what belongs here when it is empty', () => {
  showList({ rows: [] });
  expect(screen.getByText('None yet')).toBeTruthy();
});

it('keeps the rows that it has when a renewed look fails', () => {
  showList({ rows: [{ id: '7', title: 'Seven' }], error: { type: '/client/no-connection', status: 503, title: '' } });
  expect(screen.getByRole('link', { name: 'Seven' }).getAttribute('href')).toBe('/things/7');
});
