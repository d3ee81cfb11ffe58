// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

export type PageWidth = 'form' | 'reading' | 'board';

const widths: Record<PageWidth, string> = {
  form: 'max-w-form',
  reading: 'max-w-reading',
  board: 'max-w-board',
};

/** The tab's title, for a page that lays itself out. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  return <title>{`${children} · ${t('brand')}`}</title>;
}

type PageProps = {
  title: string;
  lead?: ReactNode;
  width: PageWidth;
  /** Beside the heading: the page's one primary action. */
  action?: ReactNode;
  children: ReactNode;
};

/** A page: its title in the tab and as heading, and its content as wide as it needs. */
export function Page({ title, lead, width, action, children }: PageProps) {
  return (
    <div className={cx('mx-auto w-full px-4 py-8 md:px-6 md:py-12', widths[width])}>
      <PageTitle>{title}</PageTitle>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-title">
            {title}
          </h1>
          {lead && <div className="mt-2 max-w-reading text-soft">{lead}</div>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
