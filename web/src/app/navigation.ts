// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { hasRole, useSession } from '@/lib/session';

export type Destination = { to: string; label: string };

/** Where someone who only looks around can go; what is among a tester's own places is not said twice. */
export function usePublicDestinations(): readonly Destination[] {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  return [
    { to: '/', label: t('start') },
    ...(hasRole(user, 'tester') ? [] : [{ to: '/jobs', label: t('jobs') }]),
    { to: '/pricing', label: t('pricing') },
  ];
}

/** Where the present person's roles lead; empty for a visitor. */
export function useOwnDestinations(): readonly Destination[] {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  if (!user) return [];
  const builders: Destination[] = [
    { to: '/projects', label: t('projects') },
    { to: '/test-plans', label: t('testPlans') },
    { to: '/reviews', label: t('reviews') },
    { to: '/payments', label: t('payments') },
  ];
  const testers: Destination[] = [
    { to: '/jobs', label: t('jobs') },
    { to: '/bids', label: t('bids') },
    { to: '/earnings', label: t('earnings') },
  ];
  const admins: Destination[] = [{ to: '/admin', label: t('admin') }];
  return [
    ...(hasRole(user, 'builder') || hasRole(user, 'tester') ? [{ to: '/board', label: t('board') }] : []),
    ...(hasRole(user, 'builder') ? builders : []),
    ...(hasRole(user, 'tester') ? testers : []),
    ...(hasRole(user, 'builder') || hasRole(user, 'tester') ? [{ to: '/disputes', label: t('disputes') }] : []),
    ...(hasRole(user, 'admin') ? admins : []),
    { to: '/settings', label: t('settings') },
  ];
}
