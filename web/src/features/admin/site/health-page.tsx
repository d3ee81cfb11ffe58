// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { StateMark } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { number } from '@/lib/format';

type Health = Schema<'AdminHealth'>;

const POLL_MS = 10_000;
/** What has waited so long does not just wait for its turn. */
const STUCK_MS = 120_000;

/** The site's insides: what waits for what, and since when. */
export function HealthPage() {
  const query = api.useQuery('get', '/admin/health', {}, { refetchInterval: POLL_MS });
  return <QueryView query={query}>{(health) => <Signs health={health} />}</QueryView>;
}

function Signs({ health }: { health: Health }) {
  const { t } = useTranslation('admin-site');
  const now = useNow();
  const isStuck = (since: string | null) => since !== null && now - Date.parse(since) > STUCK_MS;
  return (
    <Page title={t('health.title')} lead={t('health.lead')} width="board">
      <dl className="max-w-form border-t border-line">
        <Sign name={t('health.pool')} isGood={health.pool.waiting === 0} value={t('health.poolOf', { busy: number(health.pool.busy), max: number(health.pool.max), waiting: number(health.pool.waiting) })} />
        <Sign name={t('health.refused')} isGood={health.pool.refused === 0} value={number(health.pool.refused)} />
        <Sign name={t('health.connections')} isGood value={number(health.connections)} />
        <Sign name={t('health.queued')} isGood={!isStuck(health.queued_since)} value={number(health.queued)} since={health.queued_since} />
        <Sign name={t('health.later')} isGood value={number(health.later)} />
        <Sign name={t('health.running')} isGood value={number(health.running)} />
        <Sign name={t('health.dead')} isGood={health.dead === 0} value={number(health.dead)} />
        <Sign name={t('health.schedules')} isGood={health.schedules_failed === 0} value={number(health.schedules_failed)} />
        <Sign name={t('health.clocks')} isGood={!isStuck(health.clocks_overdue_since)} value={t('health.clocksOf', { overdue: number(health.clocks_overdue), set: number(health.clocks_set) })} since={health.clocks_overdue_since} />
        <Sign name={t('health.provider')} isGood={health.provider_waiting === 0} value={number(health.provider_waiting)} since={health.provider_waiting_since} />
        <Sign name={t('health.unknown')} isGood={!isStuck(health.intents_unknown_since)} value={number(health.intents_unknown)} since={health.intents_unknown_since} />
        <Sign name={t('health.webhooks')} isGood={health.webhooks_waiting === 0} value={number(health.webhooks_waiting)} />
        <Sign name={t('health.lastWebhook')} isGood value={health.webhook_last_at ? <RelativeTime at={health.webhook_last_at} /> : t('health.never')} />
        <Sign name={t('health.mail')} isGood={health.mail_waiting === 0} value={number(health.mail_waiting)} since={health.mail_waiting_since} />
        <Sign name={t('health.storage')} isGood={health.storage_waiting === 0} value={number(health.storage_waiting)} since={health.storage_waiting_since} />
      </dl>
    </Page>
  );
}

type SignProps = { name: string; isGood: boolean; value: ReactNode; since?: string | null };

function Sign({ name, isGood, value, since = null }: SignProps) {
  const { t } = useTranslation('admin-site');
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-b border-line py-2">
      <dt className="flex items-center gap-2">
        <StateMark state={isGood ? 'done' : 'problem'} />
        <span className="sr-only">{t(isGood ? 'health.good' : 'health.bad')}</span>
        {name}
      </dt>
      <dd className="figures text-end font-strong">
        {value}
        {since && (
          <span className="block text-note font-plain text-soft">
            {t('health.since')} <RelativeTime at={since} />
          </span>
        )}
      </dd>
    </div>
  );
}
