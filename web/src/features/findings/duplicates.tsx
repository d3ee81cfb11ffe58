// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Panel } from '@/components/panel';
import { RelativeTime } from '@/components/time';
import { jobQuery } from '@/shared/jobs-query';

import { useDuplicates } from './findings-query';

type DuplicatesProps = { findingId: string; jobId: string };

/** Who else reported it: the findings that repeat this one. Nothing where there are none. */
export function Duplicates({ findingId, jobId }: DuplicatesProps) {
  const { t } = useTranslation('findings');
  const { data: job } = useQuery(jobQuery(jobId));
  const { data } = useDuplicates(job?.project_id, findingId);
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('page.duplicates')}>
      <ul>
        {data.items.map(({ id, title, tester_name, confirmation, created_at }) => (
          <li key={id} className="border-t border-line py-3 last:border-b">
            <Link to={`/findings/${id}`} className="link break-words" dir="auto">
              {title}
            </Link>
            <p className="flex flex-wrap gap-x-2 text-small text-soft">
              <span dir="auto">{tester_name}</span>
              <RelativeTime at={created_at} />
              {confirmation && <span>{t('page.confirms')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
