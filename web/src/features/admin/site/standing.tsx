// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Money } from '@/components/money';
import { StateMark } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { number } from '@/lib/format';
import { Facts } from '@/shared/facts';

type Dashboard = Schema<'Dashboard'>;
type Figure = { key: keyof Dashboard['now']; to: string };

/** What someone has to do something about, when it is not zero. */
const alarms = [
  { key: 'disputes_open', to: '/admin/disputes' },
  { key: 'chargebacks_open', to: '/admin/chargebacks' },
  { key: 'payouts_failed', to: '/admin/payouts?state=failed' },
  { key: 'refunds_failed', to: '/admin/refunds?state=failed' },
  { key: 'dead_jobs', to: '/admin/queue?state=dead' },
] as const satisfies readonly Figure[];

const sizes = [
  { key: 'accounts', to: '/admin/users' },
  { key: 'builders', to: '/admin/users?role=builder' },
  { key: 'testers', to: '/admin/users?role=tester' },
  { key: 'suspended', to: '/admin/users?state=suspended' },
  { key: 'jobs_open', to: '/admin/jobs?state=open' },
  { key: 'to_review', to: '/admin/jobs?state=in_review' },
] as const satisfies readonly Figure[];

/** How things stand, each figure leading to what it counts. */
export function Standing({ dashboard: { now, money } }: { dashboard: Dashboard }) {
  const { t } = useTranslation('admin-site');
  return (
    <div className="mb-10 flex flex-col gap-8">
      <section aria-label={t('dashboard.alarms')}>
        <Tiles figures={alarms} now={now} isAlarm />
      </section>
      <section aria-label={t('dashboard.sizes')}>
        <Tiles figures={sizes} now={now} />
      </section>
      {money.length > 0 && (
        <Facts
          facts={[
            { label: t('dashboard.held'), value: <Amounts amounts={money.map(({ currency, held_minor }) => ({ currency, minor: held_minor }))} /> },
            { label: t('dashboard.owed'), value: <Amounts amounts={money.map(({ currency, owed_minor }) => ({ currency, minor: owed_minor }))} /> },
          ]}
        />
      )}
    </div>
  );
}

/** One amount for each currency, under one another where there are several facts. */
function Amounts({ amounts }: { amounts: readonly { currency: string; minor: number }[] }) {
  return (
    <span className="flex flex-wrap gap-x-6">
      {amounts.map(({ currency, minor }) => (
        <Money key={currency} minor={minor} currency={currency} className="min-w-24 font-strong" />
      ))}
    </span>
  );
}

type TilesProps = { figures: readonly { key: (typeof alarms | typeof sizes)[number]['key']; to: string }[]; now: Dashboard['now']; isAlarm?: boolean };

function Tiles({ figures, now, isAlarm = false }: TilesProps) {
  const { t } = useTranslation('admin-site');
  return (
    <ul className="grid grid-cols-2 border-t border-line md:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {figures.map(({ key, to }) => {
        const isCalling = isAlarm && now[key] > 0;
        return (
          <li key={key} className="relative border-b border-line py-3 pe-3 hover:bg-well">
            <p className={cx('figures flex items-center gap-2 text-title font-strong', isAlarm && !isCalling && 'text-soft')}>
              {isCalling && <StateMark state="yours" />}
              {number(now[key])}
            </p>
            <Link to={to} className="text-small text-soft after:absolute after:inset-0">
              {t(`dashboard.${key}`)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
