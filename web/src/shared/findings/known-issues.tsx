// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { api } from '@/lib/api';

import { Prose } from '../prose';
import { WebAddress } from '../web-address';

/** What the builder of a job knows already, for those who look for problems; nothing where there is none. */
export function KnownIssues({ jobId }: { jobId: string }) {
  const { t } = useTranslation('findings');
  const { data } = api.useQuery('get', '/jobs/{job_id}/known-issues', { params: { path: { job_id: jobId } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Disclosure title={<span className="font-strong">{t('known.before', { count: data.items.length })}</span>}>
      <p className="mb-2 text-small text-soft">{t('known.beforeHelp')}</p>
      <ul>
        {data.items.map((issue) => (
          <li key={issue.id} className="border-t border-line py-2">
            <p dir="auto" className="break-words">
              {issue.title}
            </p>
            {issue.note && <Prose text={issue.note} className="text-small text-soft" />}
            {issue.url && <WebAddress url={issue.url} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
