// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Page } from '@/components/page';
import { api } from '@/lib/api';
import { date, nameOf } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import type { AdminUser } from '../frame/scopes';
import { useChoice, useWord } from '../frame/use-choice';
import { userRoles, UserState, userStates } from './user-words';

/** Everyone who has an account. */
export function UsersPage() {
  const { t } = useTranslation('admin');
  const [q, setQ] = useWord('q');
  const [role, setRole] = useChoice('role', userRoles);
  const [state, setState] = useChoice('state', userStates);
  const query = { ...(q && { q }), ...(role && { role }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/users', { params: { query } }, byCursor);
  const columns: Column<AdminUser>[] = [
    {
      key: 'who',
      header: t('users.who'),
      cell: ({ full_name, email }) => (
        <>
          <span dir="auto" className="block">
            {full_name}
          </span>
          <span className="block text-small font-plain break-all text-soft">{email}</span>
        </>
      ),
    },
    { key: 'state', header: t('users.state'), isPlain: true, cell: (user) => <UserState user={user} /> },
    { key: 'roles', header: t('users.roles'), isPlain: true, cell: ({ roles }) => roles.map((name) => t(`user.role.${name}`)).join(', ') },
    { key: 'country', header: t('users.country'), isPlain: true, cell: ({ country }) => country && nameOf('region', country) },
    { key: 'since', header: t('users.since'), isFigure: true, cell: ({ created_at }) => date(created_at) },
  ];
  return (
    <Page title={t('place.users')} width="board">
      <Filters>
        <SearchBox label={t('users.search')} value={q} onChange={setQ} />
        <Choice label={t('users.roles')} options={userRoles.map((value) => ({ value, label: t(`user.role.${value}`) }))} value={role} onChange={setRole} />
        <Choice label={t('users.state')} options={userStates.map((value) => ({ value, label: t(`user.state.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('place.users')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/users/${id}`} none={{ title: t('users.none'), why: t('list.noneWhy') }} />
    </Page>
  );
}
