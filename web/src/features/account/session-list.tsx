// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api, type Schema } from '@/lib/api';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';

import { sessionsQuery } from './account-query';
import { deviceOf } from './device';

type Item = Schema<'Session'>;

/** Where the account is signed in, and the way to end what one does not recognise. */
export function SessionList() {
  const { t } = useTranslation('account');
  const { data, error, isPending, refetch } = useQuery(sessionsQuery());
  const columns: Column<Item>[] = [
    { key: 'device', header: t('sessions.device'), cell: ({ user_agent }) => deviceOf(user_agent) ?? t('sessions.unknownDevice') },
    { key: 'used', header: t('sessions.lastUsed'), cell: ({ last_used_at }) => <RelativeTime at={last_used_at} /> },
    {
      key: 'end',
      header: t('sessions.end'),
      isPlain: true,
      isFigure: true,
      cell: (session) => (session.current ? <Badge state="done">{t('sessions.current')}</Badge> : <EndSession id={session.id} />),
    },
  ];
  return (
    <DataList
      label={t('sessions.title')}
      list={{ isPending, error, rows: data?.items, retry: () => void refetch() }}
      empty={<EmptyState drawing="plug" title={t('sessions.none')} />}
      columns={columns}
      rowKey={({ id }) => id}
    />
  );
}

function EndSession({ id }: { id: string }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const end = api.useMutation('delete', '/auth/sessions/{session_id}', {
    onSuccess: () => queryClient.invalidateQueries(sessionsQuery()),
    onError: (problem) => toast('problem', problemText(toProblem(problem))),
  });
  return (
    <Button pending={end.isPending} onClick={() => end.mutate({ params: { path: { session_id: id } } })}>
      {t('sessions.end')}
    </Button>
  );
}
