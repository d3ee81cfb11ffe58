// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';

import { ShortcutHelp } from '@/components/shortcut-help';
import { useShortcut } from '@/lib/shortcuts';

import { GoTo } from './go-to';

/** What surrounds every page: the skip link, the keys, and where the focus goes. */
export function RootLayout() {
  const { t } = useTranslation('shell');
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isGoToOpen, setIsGoToOpen] = useState(false);
  useShortcut({ keys: '?', label: t('keysHelp') }, () => setIsHelpOpen(true));
  useShortcut({ keys: 'mod+k', label: t('keysGoTo') }, () => setIsGoToOpen(true));
  useFocusOnNavigation();

  return (
    <>
      <a href="#main" className="absolute start-4 -top-24 z-40 rounded-small bg-accent px-4 py-3 text-on-accent focus:top-2">
        {t('skip')}
      </a>
      <Outlet />
      <ScrollRestoration />
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      <GoTo isOpen={isGoToOpen} onClose={() => setIsGoToOpen(false)} />
    </>
  );
}

/** A new page begins at its heading, also for those who hear it. */
function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const lastPathname = useRef(pathname);
  useEffect(() => {
    if (lastPathname.current === pathname) return;
    lastPathname.current = pathname;
    const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    heading?.focus({ preventScroll: true });
  }, [pathname]);
}
