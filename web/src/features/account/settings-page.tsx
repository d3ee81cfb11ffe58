// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { hasRole, useSession } from '@/lib/session';

import { DeviceList } from './device-list';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { RolePanel } from './role-panel';
import { SecondFactor } from './second-factor';
import { SessionList } from './session-list';
import { StoragePanel } from './storage-panel';
import { TesterProfilePart } from './tester-profile';

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
        {hasRole(user, 'tester') && (
          <div id="tester" className="flex scroll-mt-6 flex-col gap-12">
            <Panel title={t('devices.title')}>
              <DeviceList />
            </Panel>
            <Panel title={t('tester.title')}>
              <TesterProfilePart />
            </Panel>
          </div>
        )}
        <Panel title={t('password.title')}>
          <PasswordForm email={user.email} />
        </Panel>
        <SecondFactor user={user} />
        <StoragePanel />
        <Panel title={t('sessions.title')}>
          <SessionList />
        </Panel>
      </div>
    </Page>
  );
}
