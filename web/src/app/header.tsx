// SPDX-License-Identifier: Apache-2.0
import { Bars3Icon, UserCircleIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';

import { LinkButton } from '@/components/button';
import { Mark } from '@/components/mark';
import { Menu } from '@/components/menu';
import { configQuery } from '@/lib/config';
import { cx } from '@/lib/cx';
import { useSession } from '@/lib/session';

import { Bell } from './bell';
import { useOwnDestinations, usePublicDestinations, type Destination } from './navigation';

/** The band on top of every page: where one is, where one can go, who one is. */
export function Header() {
  const { t } = useTranslation('shell');
  const own = useOwnDestinations();
  const open = usePublicDestinations();
  // The start page is behind the mark, the settings are behind the person.
  const places = own.length > 0 ? own.slice(0, -1) : open.slice(1);
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex h-16 max-w-board items-center gap-2 px-4 md:gap-3 md:px-6">
        <Link to="/" aria-label={t('toStart')} className="flex min-h-11 items-center gap-2.5 text-body font-strong whitespace-nowrap">
          <Mark className="size-6 text-accent" />
          PeerTest Hub
        </Link>
        <TestMode />
        <nav aria-label={t('mainMenu')} className="ms-auto me-3 hidden items-center gap-6 lg:flex">
          {places.map((destination) => (
            <HeaderLink key={destination.to} destination={destination} />
          ))}
        </nav>
        <div className="flex items-center max-lg:ms-auto max-md:-me-3 md:gap-1">
          {own.length > 0 && <Bell />}
          <PersonMenu />
          <SmallMenu />
        </div>
      </div>
    </header>
  );
}

function HeaderLink({ destination }: { destination: Destination }) {
  return (
    <NavLink
      to={destination.to}
      className={({ isActive }) => cx('inline-flex min-h-11 items-center', isActive ? 'font-strong' : 'text-soft hover:text-ink')}
    >
      {destination.label}
    </NavLink>
  );
}

/** Stands in space that is there anyway, so that nothing moves when the answer comes. */
function TestMode() {
  const { t } = useTranslation('shell');
  const { data: config } = useQuery(configQuery());
  if (!config?.test_mode) return null;
  return (
    <p className="flex items-center gap-2 border-line text-note whitespace-nowrap text-soft md:border-s md:ps-3">
      <span className="font-strong text-yours">{t('testMode')}</span>
      <span className="max-lg:sr-only">{t('noRealMoney')}</span>
    </p>
  );
}

/** Log in and register for a visitor; name, settings and log out for a person. */
function PersonMenu() {
  const { t } = useTranslation('shell');
  const { status, user } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (status === 'signed-out') {
    const isEntrance = pathname === '/login' || pathname === '/register';
    return (
      <div className={cx('flex items-center gap-2 max-md:hidden', isEntrance && 'hidden')}>
        <LinkButton to="/login" kind="quiet">
          {t('login')}
        </LinkButton>
        <LinkButton to="/register" kind="secondary">
          {t('register')}
        </LinkButton>
      </div>
    );
  }
  return (
    <Menu
      label={t('account')}
      trigger={<UserCircleIcon className="size-6" />}
      heading={user && <span className="block max-w-64 truncate">{user.full_name}</span>}
      items={[
        { label: t('settings'), onSelect: () => void navigate('/settings') },
        { label: t('logout'), onSelect: () => void navigate('/logout') },
      ]}
    />
  );
}

/** On a narrow screen the places are behind one button. */
function SmallMenu() {
  const { t } = useTranslation('shell');
  const { status } = useSession();
  const navigate = useNavigate();
  const own = useOwnDestinations();
  const open = usePublicDestinations();
  const entrances: Destination[] = [
    { to: '/login', label: t('login') },
    { to: '/register', label: t('register') },
  ];
  const destinations = [...own, ...open, ...(status === 'signed-out' ? entrances : [])];
  return (
    <div className="lg:hidden">
      <Menu
        label={t('mainMenu')}
        trigger={<Bars3Icon className="size-6" />}
        items={destinations.map(({ to, label }) => ({ label, onSelect: () => void navigate(to) }))}
      />
    </div>
  );
}
