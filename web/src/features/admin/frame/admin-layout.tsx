// SPDX-License-Identifier: Apache-2.0
import { Bars3BottomLeftIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';

import { Button } from '@/components/button';
import { Modal } from '@/components/modal';
import { QueryView } from '@/components/query-view';
import { slugOf, toProblem } from '@/lib/problem';
import { useSession, type User } from '@/lib/session';

import { AdminMenu } from './admin-menu';
import { FactorGate } from './factor-gate';
import { adminUserQuery, OwnScopes } from './scopes';

/** The administration's pages beside their menu, for who has come in with a second factor. */
export function AdminLayout() {
  const { user } = useSession();
  return user && <Checked user={user} />;
}

/** The first question to the server tells whether it takes this session for an administrator's. */
function Checked({ user }: { user: User }) {
  const own = useQuery({ ...adminUserQuery(user.id), retry: false });
  if (own.error && slugOf(toProblem(own.error)) === 'second-factor-needed') return <FactorGate user={user} />;
  return (
    <QueryView query={own}>
      {(detail) => (
        <OwnScopes value={detail.user.scopes}>
          <div className="grid grow lg:grid-cols-[14rem_minmax(0,1fr)]">
            <aside className="border-e border-line p-3 pt-10 max-lg:hidden">
              <div className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto">
                <AdminMenu />
              </div>
            </aside>
            <div className="min-w-0">
              <SmallMenu />
              <Outlet />
            </div>
          </div>
        </OwnScopes>
      )}
    </QueryView>
  );
}

/** On a narrow screen the menu comes up from below, within the thumb's reach. */
function SmallMenu() {
  const { t } = useTranslation('admin');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="px-4 pt-4 md:px-6 lg:hidden">
      <Button onClick={() => setIsOpen(true)} aria-haspopup="dialog">
        <Bars3BottomLeftIcon className="size-5 rtl:-scale-x-100" />
        {t('menu.title')}
      </Button>
      <Modal isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('menu.title')}>
        <AdminMenu onChosen={() => setIsOpen(false)} />
      </Modal>
    </div>
  );
}
