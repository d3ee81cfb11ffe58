// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Palette, type Command } from '@/components/palette';
import { setTheme, themes } from '@/lib/theme';
import { hasRole, useSession } from '@/lib/session';

import { useOwnDestinations, usePublicDestinations, type Destination } from './navigation';

type GoToProps = { isOpen: boolean; onClose: () => void };

/** The palette's commands: every place that the reader may go to, and what can be done from anywhere. */
export function GoTo({ isOpen, onClose }: GoToProps) {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const navigate = useNavigate();
  const own = useOwnDestinations();
  const open = usePublicDestinations();

  const goTo = ({ to, label }: Destination): Command => ({ id: to, label, group: t('page'), run: () => void navigate(to) });
  const entrances: Destination[] = [
    { to: '/login', label: t('login') },
    { to: '/register', label: t('register') },
  ];
  const creations: Destination[] = [
    { to: '/jobs/new', label: t('postJob') },
    { to: '/projects/new', label: t('newProject') },
  ];
  const testerPlaces: Destination[] = [{ to: '/invitations', label: t('invitations') }];
  const commands: Command[] = [
    ...own.map(goTo),
    ...(hasRole(user, 'tester') ? testerPlaces.map(goTo) : []),
    ...(hasRole(user, 'builder') ? creations.map(goTo) : []),
    ...open.map(goTo),
    ...(user ? [] : entrances.map(goTo)),
    ...themes.map((theme) => ({ id: theme, label: t(`theme.${theme}`), group: t('look'), run: () => setTheme(theme) })),
    ...(user ? [{ id: 'logout', label: t('logout'), group: t('account'), run: () => void navigate('/logout') }] : []),
  ];
  return <Palette isOpen={isOpen} onClose={onClose} commands={commands} />;
}
