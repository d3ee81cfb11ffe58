// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { instant, nameOf, number } from '@/lib/format';
import { Facts } from '@/shared/facts';

import { AuditList } from '../site/audit-list';
import { adminUserQuery, type AdminUserDetail } from '../frame/scopes';
import { UserActs } from './user-acts';
import { UserFiles } from './user-files';
import { UserState } from './user-words';

/** One account: who it is, what stands, and what has been done to it. */
export function UserPage() {
  const { userId = '' } = useParams();
  const query = useQuery(adminUserQuery(userId));
  return <QueryView query={query}>{(detail) => <Account detail={detail} />}</QueryView>;
}

function Account({ detail }: { detail: AdminUserDetail }) {
  const { user } = detail;
  const { t } = useTranslation('admin');
  return (
    <Page title={user.full_name} lead={<span className="break-all">{user.email}</span>} width="board" action={<UserState user={user} />}>
      <div className="flex flex-col gap-10">
        <UserActs user={user} />
        <div className="grid gap-10 lg:grid-cols-2">
          <Panel title={t('user.account')}>
            <Facts
              facts={[
                { label: t('user.roles'), value: user.roles.map((name) => t(`user.role.${name}`)).join(', ') },
                { label: t('user.scopes'), value: user.scopes.map((name) => t(`scope.${name}`)).join(', ') },
                { label: t('user.factor'), value: user.totp_enabled ? t('user.codesLeft', { count: detail.recovery_codes_left }) : t('no') },
                { label: t('user.verified'), value: t(user.email_verified ? 'yes' : 'no') },
                { label: t('user.country'), value: user.country && nameOf('region', user.country) },
                { label: t('user.since'), value: instant(user.created_at) },
                { label: t('user.seen'), value: user.last_seen_at && instant(user.last_seen_at) },
                { label: t('user.sessions'), value: number(detail.sessions) },
                { label: t('user.id'), value: <code className="font-mono break-all select-all">{user.id}</code> },
              ]}
            />
          </Panel>
          <Panel title={t('user.here')}>
            <Facts
              facts={[
                { label: t('user.jobs'), value: t('user.goingOn', { all: number(detail.jobs), now: number(detail.jobs_going_on) }) },
                { label: t('user.bids'), value: number(detail.bids_open) },
                { label: t('user.assignments'), value: t('user.goingOn', { all: number(detail.assignments), now: number(detail.assignments_active) }) },
                { label: t('user.judged'), value: t('user.judgedAs', { approved: number(detail.approved), rejected: number(detail.rejected) }) },
                { label: t('user.payouts'), value: t(`user.payoutState.${user.payout_state}`) },
                { label: t('user.suspended'), value: user.suspended_at && instant(user.suspended_at) },
                { label: t('user.frozenSince'), value: user.frozen_at && instant(user.frozen_at) },
                { label: t('user.frozenWhy'), value: detail.frozen_reason },
              ]}
            />
          </Panel>
        </div>
        <Panel title={t('files.title')}>
          <UserFiles userId={user.id} />
        </Panel>
        <Panel title={t('user.trail')}>
          <AuditList only={{ entity: 'account', entity_id: user.id }} />
        </Panel>
      </div>
    </Page>
  );
}
