// SPDX-License-Identifier: Apache-2.0
import { BellIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { unreadQuery } from '@/lib/notices';

const SHOWN_MAX = 99;

/** The way to the notices, with how many are unread. */
export function Bell() {
  const { t } = useTranslation('notices');
  const { data } = useQuery(unreadQuery());
  const count = data?.unread ?? 0;
  const figure = count > SHOWN_MAX ? `${SHOWN_MAX}+` : String(count);
  const label = t('unread', { count, figure });
  return (
    <Link to="/notifications" aria-label={label} title={label} className="relative inline-flex min-h-11 min-w-11 items-center justify-center rounded-small hover:bg-well">
      <BellIcon className="size-6" />
      {count > 0 && (
        <span aria-hidden className="figures absolute end-1 top-1 min-w-4 rounded-large bg-yours px-1 text-center text-note/4 font-strong text-paper">
          {figure}
        </span>
      )}
    </Link>
  );
}
