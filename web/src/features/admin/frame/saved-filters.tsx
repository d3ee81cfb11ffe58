// SPDX-License-Identifier: Apache-2.0
import { BookmarkIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

import { Button, IconButton } from '@/components/button';
import { recall, remember } from '@/lib/memory';

/** More would be a list to search in again. */
const MOST = 6;

const keyOf = (pathname: string): string => `peertest.filters.${pathname}`;
const read = (pathname: string): string[] => (recall(keyOf(pathname)) ?? '').split('\n').filter(Boolean);
const nameOf = (search: string): string => [...new URLSearchParams(search).values()].join(', ');

/** Searches of this list that are asked for again and again, kept on this device. */
export function SavedFilters() {
  const { t } = useTranslation('admin');
  const { pathname, search } = useLocation();
  const [saved, setSaved] = useState(() => read(pathname));
  const change = (next: string[]) => {
    remember(keyOf(pathname), next.join('\n') || null);
    setSaved(next);
  };
  const mayKeep = search !== '' && !saved.includes(search) && saved.length < MOST;
  if (saved.length === 0 && !mayKeep) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-small">
      {saved.map((kept) => (
        <span key={kept} className="inline-flex items-center rounded-small border border-line bg-sheet ps-3">
          <Link to={{ pathname, search: kept }} aria-current={kept === search ? 'true' : undefined} className="inline-flex min-h-11 items-center aria-[current]:font-strong">
            {nameOf(kept)}
          </Link>
          <IconButton label={t('list.forget', { name: nameOf(kept) })} icon={<XMarkIcon className="size-4" />} onClick={() => change(saved.filter((other) => other !== kept))} />
        </span>
      ))}
      {mayKeep && (
        <Button kind="quiet" onClick={() => change([...saved, search])}>
          <BookmarkIcon className="size-4" />
          {t('list.keep')}
        </Button>
      )}
    </div>
  );
}
