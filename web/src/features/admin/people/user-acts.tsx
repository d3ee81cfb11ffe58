// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { ChoiceChips } from '@/components/form/choice-chips';
import { http } from '@/lib/api';
import { useSession } from '@/lib/session';

import { ActButton, type Reasoned } from '../frame/act';
import type { AdminUser } from '../frame/scopes';
import { sent } from '../frame/sent';
import { scopes, userRoles } from './user-words';

const needs = { support: ['support', 'moderation'], money: ['finance'], roles: ['super'] } as const;

/** What can be done to an account. Nobody does it to their own. */
export function UserActs({ user }: { user: AdminUser }) {
  const { t } = useTranslation('admin');
  const { user: me } = useSession();
  const own = me?.id === user.id ? t('user.own') : null;
  const params = { path: { user_id: user.id } };
  const name = user.full_name;
  return (
    <div className="flex flex-wrap gap-3">
      {user.state === 'suspended' ? (
        <ActButton<Reasoned> label={t('user.reinstate.label')} needs={needs.support} unless={own} title={t('user.reinstate.title', { name })} what={t('user.reinstate.what')} submit={t('user.reinstate.label')} done={t('user.reinstate.done', { name })} values={{ reason: '' }} run={(body) => sent(http.POST('/admin/users/{user_id}/reinstate', { params, body }))} />
      ) : (
        <ActButton<Reasoned> label={t('user.suspend.label')} needs={needs.support} kind="danger" isDanger unless={own} title={t('user.suspend.title', { name })} what={t('user.suspend.what')} submit={t('user.suspend.label')} done={t('user.suspend.done', { name })} values={{ reason: '' }} run={(body) => sent(http.POST('/admin/users/{user_id}/suspend', { params, body }))} />
      )}
      {user.frozen_at ? (
        <ActButton<Reasoned> label={t('user.unfreeze.label')} needs={needs.money} unless={own} title={t('user.unfreeze.title', { name })} what={t('user.unfreeze.what')} submit={t('user.unfreeze.label')} done={t('user.unfreeze.done', { name })} values={{ reason: '' }} run={(body) => sent(http.POST('/admin/users/{user_id}/unfreeze', { params, body }))} />
      ) : (
        <ActButton<Reasoned> label={t('user.freeze.label')} needs={needs.money} kind="danger" isDanger unless={own} title={t('user.freeze.title', { name })} what={t('user.freeze.what')} submit={t('user.freeze.label')} done={t('user.freeze.done', { name })} values={{ reason: '' }} run={(body) => sent(http.POST('/admin/users/{user_id}/freeze', { params, body }))} />
      )}
      <RolesButton user={user} own={own} />
    </div>
  );
}

type Rights = Reasoned & Pick<AdminUser, 'roles' | 'scopes'>;

function RolesButton({ user, own }: { user: AdminUser; own: string | null }) {
  const { t } = useTranslation('admin');
  const params = { path: { user_id: user.id } };
  return (
    <ActButton<Rights>
      label={t('user.rights.label')}
      needs={needs.roles}
      unless={own}
      title={t('user.rights.title', { name: user.full_name })}
      what={t('user.rights.what')}
      submit={t('user.rights.submit')}
      done={t('user.rights.done', { name: user.full_name })}
      values={{ reason: '', roles: user.roles, scopes: user.scopes }}
      run={(body) => sent(http.PUT('/admin/users/{user_id}/roles', { params, body }))}
    >
      {(control) => (
        <>
          <ChoiceChips control={control} name="roles" label={t('user.roles')} options={userRoles.map((value) => ({ value, label: t(`user.role.${value}`) }))} />
          <ChoiceChips control={control} name="scopes" label={t('user.scopes')} help={t('user.scopesHelp')} options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))} />
        </>
      )}
    </ActButton>
  );
}
