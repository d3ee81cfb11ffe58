// SPDX-License-Identifier: Apache-2.0
import { TrashIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { api } from '@/lib/api';
import { date } from '@/lib/format';
import { Prose } from '@/shared/prose';
import { useRefresh } from '@/shared/use-refresh';
import { WebAddress } from '@/shared/web-address';

import type { KnownIssue } from './findings-query';

/** One known issue, with the way to take it off the list. */
export function KnownIssueRow({ issue }: { issue: KnownIssue }) {
  const { t } = useTranslation('findings');
  const refresh = useRefresh();
  const [isSure, setIsSure] = useState(false);
  const remove = api.useMutation('delete', '/known-issues/{known_issue_id}', { onSuccess: refresh });
  return (
    <li className="border-t border-line py-3 last:border-b">
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <p dir="auto" className="font-strong break-words">
            {issue.title}
          </p>
          {issue.note && <Prose text={issue.note} className="text-small" />}
          {issue.url && <WebAddress url={issue.url} />}
          <p className="text-note text-soft">{t('known.since', { date: date(issue.created_at) })}</p>
        </div>
        <IconButton label={t('known.remove', { title: issue.title })} icon={<TrashIcon className="size-5" />} onClick={() => setIsSure(true)} />
      </div>
      {remove.error && <FailedState error={remove.error} />}
      {isSure && (
        <div className="flex flex-wrap items-center gap-3 pt-2">
          <p className="text-small">{t('known.sure')}</p>
          <Button onClick={() => setIsSure(false)}>{t('known.keep')}</Button>
          <Button kind="danger" pending={remove.isPending} onClick={() => remove.mutate({ params: { path: { known_issue_id: issue.id } } })}>
            {t('known.take')}
          </Button>
        </div>
      )}
    </li>
  );
}
