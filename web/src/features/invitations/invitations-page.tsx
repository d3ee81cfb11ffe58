// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button, LinkButton } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { TimeLeft } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { useBudgetText } from '@/shared/budget';
import { useMyInvitations, type Invitation } from '@/shared/invitations-query';
import { Prose } from '@/shared/prose';
import { useRefresh } from '@/shared/use-refresh';

/** What a tester is asked to bid for. */
export function InvitationsPage() {
  const { t } = useTranslation('invitations');
  const budgetOf = useBudgetText();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMyInvitations();
  const columns: Column<Invitation>[] = [
    { key: 'job', header: t('job'), cell: (invitation) => <Asked invitation={invitation} /> },
    { key: 'from', header: t('from'), cell: ({ builder_name }) => <span dir="auto">{builder_name}</span> },
    { key: 'budget', header: t('budget'), isPlain: true, cell: (invitation) => budgetOf(invitation, invitation.currency) ?? <span className="text-soft">{t('open')}</span> },
    { key: 'until', header: t('until'), isPlain: true, cell: ({ deadline_at }) => deadline_at && <TimeLeft at={deadline_at} /> },
    { key: 'decline', header: t('decline'), isPlain: true, isFigure: true, cell: (invitation) => <Decline invitation={invitation} /> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="board">
      <DataList
        label={t('title')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="letter" title={t('none')} action={<LinkButton to="/settings#tester">{t('toProfile')}</LinkButton>}>
            {t('noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ role_id }) => role_id}
        rowHref={({ job_id, role_id }) => `/jobs/${job_id}?role=${role_id}`}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}

function Asked({ invitation: { job_title, role_name, message } }: { invitation: Invitation }) {
  return (
    <>
      <span dir="auto" className="block">
        {job_title}
      </span>
      <span dir="auto" className="block text-small font-plain text-soft">
        {role_name}
      </span>
      {message && <Prose text={message} className="mt-1 text-small font-plain" />}
    </>
  );
}

function Decline({ invitation: { role_id, job_title } }: { invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const toast = useToast();
  const problemText = useProblemText();
  const refresh = useRefresh();
  const decline = api.useMutation('post', '/me/invitations/{role_id}/decline', {
    onSuccess: async () => {
      await refresh();
      toast('done', t('declined'));
    },
    onError: (problem) => toast('problem', problemText(toProblem(problem))),
  });
  return (
    <Button kind="quiet" aria-label={t('declineWhat', { title: job_title })} pending={decline.isPending} className="relative z-10" onClick={() => decline.mutate({ params: { path: { role_id } } })}>
      {t('decline')}
    </Button>
  );
}
