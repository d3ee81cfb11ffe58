// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { api } from '@/lib/api';
import { adoptUser, hasRole, type User } from '@/lib/session';

const roles = ['builder', 'tester'] as const;

/** What the account may do, and the way to do the other as well. */
export function RolePanel({ user }: { user: User }) {
  const { t } = useTranslation('account');
  const add = api.useMutation('post', '/me/roles', { onSuccess: adoptUser });
  return (
    <Panel title={t('roles.title')}>
      <ul>
        {roles.map((role) => (
          <li key={role} className="flex min-h-14 items-center justify-between gap-4 border-b border-line py-2">
            <span>{t(`roles.${role}`)}</span>
            {hasRole(user, role) ? (
              <Badge state="done">{t('roles.on')}</Badge>
            ) : (
              <Button pending={add.isPending} onClick={() => add.mutate({ body: { role } })}>
                {t('roles.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {add.isError && (
        <div className="mt-4">
          <FailedState error={add.error} />
        </div>
      )}
    </Panel>
  );
}
