// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Badge } from '@/components/state-mark';
import { hasRole, useSession } from '@/lib/session';

/** At the top of a builder's pages while the money stands still: what that means, and where to go on. */
export function FrozenBanner() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  if (!user || user.payments_frozen_at === null || !hasRole(user, 'builder')) return null;
  return (
    <aside aria-label={t('frozen.label')} className="border-b border-line bg-well">
      <div className="mx-auto flex w-full max-w-board flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 text-small md:px-6">
        <Badge state="waiting">{t('frozen.label')}</Badge>
        <p className="max-w-reading">
          {t('frozen.text')}{' '}
          <Link to="/payments" className="underline">
            {t('frozen.action')}
          </Link>
        </p>
      </div>
    </aside>
  );
}
