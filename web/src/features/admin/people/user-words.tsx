// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Badge, type State } from '@/components/state-mark';

import type { AdminUser } from '../frame/scopes';

export const userStates = ['active', 'suspended'] as const satisfies readonly AdminUser['state'][];
export const userRoles = ['builder', 'tester', 'admin'] as const satisfies readonly AdminUser['roles'][number][];
export const scopes = ['support', 'finance', 'moderation', 'super'] as const satisfies readonly AdminUser['scopes'][number][];

const marks: Record<AdminUser['state'], State> = { active: 'done', suspended: 'problem' };

export function UserState({ user: { state, frozen_at } }: { user: Pick<AdminUser, 'state' | 'frozen_at'> }) {
  const { t } = useTranslation('admin');
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <Badge state={marks[state]}>{t(`user.state.${state}`)}</Badge>
      {frozen_at && <Badge state="problem">{t('user.frozen')}</Badge>}
    </span>
  );
}

/** A person's name, leading to their account. */
export function PersonLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/admin/users/${id}`} dir="auto" className="link relative z-10 inline-flex min-h-11 items-center">
      {name}
    </Link>
  );
}
