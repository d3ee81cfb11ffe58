// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Badge } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { useSession } from '@/lib/session';
import { devicesQuery, testerProfileQuery } from '@/shared/tester-queries';

import { lackingFor, type Lacking } from './fit';

/** What a tester lacks for a role; null while it is not known. */
export function useLacking(requirements: Schema<'Requirements'>, isAsked: boolean): Lacking[] | null {
  const { user } = useSession();
  const { data: devices } = useQuery({ ...devicesQuery(), enabled: isAsked });
  const { data: profile } = useQuery({ ...testerProfileQuery(), enabled: isAsked });
  if (!user || !devices || !profile) return null;
  return lackingFor(requirements, { devices: devices.items, profile, locale: user.locale, country: user.country });
}

/** "You fit", or what is missing and where to put it right. */
export function FitLine({ lacking }: { lacking: readonly Lacking[] }) {
  const { t } = useTranslation('bids');
  if (lacking.length === 0) return <Badge state="done">{t('fit.yes')}</Badge>;
  return (
    <div className="flex flex-col gap-1">
      <Badge state="problem">{t('fit.no')}</Badge>
      <ul className="ps-6 text-small">
        {lacking.map((part) => (
          <li key={part} className="list-disc">
            {t(`fit.lacks.${part}`)}
          </li>
        ))}
      </ul>
      <p className="text-small text-soft">
        {t('fit.mend')}{' '}
        <Link to="/settings#tester" className="link">
          {t('fit.toSettings')}
        </Link>
      </p>
    </div>
  );
}
