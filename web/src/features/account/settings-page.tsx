// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { useSession } from '@/lib/session';

import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { RolePanel } from './role-panel';
import { SessionList } from './session-list';

export function SettingsPage() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  if (!user) return null; // the route lets only signed-in people in
  return (
    <Page title={t('title')} lead={user.email} width="form">
      <div className="flex flex-col gap-12">
        <Panel title={t('profile.title')}>
          <ProfileForm user={user} />
        </Panel>
        <RolePanel user={user} />
        <Panel title={t('password.title')}>
          <PasswordForm email={user.email} />
        </Panel>
        <Panel title={t('sessions.title')}>
          <SessionList />
        </Panel>
      </div>
    </Page>
  );
}
