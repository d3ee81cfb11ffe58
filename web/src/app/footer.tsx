// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { configQuery } from '@/lib/config';

import { ThemeMenu } from './theme-menu';

export function Footer() {
  const { t } = useTranslation('shell');
  const { data: config } = useQuery(configQuery());
  return (
    <footer className="border-t border-line text-small text-soft">
      <div className="mx-auto flex max-w-board flex-wrap items-center gap-x-6 px-4 py-3 md:px-6">
        <p className="me-auto min-h-11 content-center">{config?.test_mode ? t('testModeLong') : t('motto')}</p>
        <nav aria-label={t('footMenu')} className="flex flex-wrap gap-x-6">
          <FooterLink to="/terms">{t('terms')}</FooterLink>
          <FooterLink to="/privacy">{t('privacy')}</FooterLink>
        </nav>
        <ThemeMenu />
      </div>
    </footer>
  );
}

function FooterLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center hover:text-ink hover:underline">
      {children}
    </Link>
  );
}
