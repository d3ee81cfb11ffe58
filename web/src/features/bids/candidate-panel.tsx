// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api, type Schema } from '@/lib/api';
import { byCursor, rowsOf } from '@/lib/paging';
import type { Job, JobRole } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { OfferDialog } from './offer-dialog';
import { figureOf, useRate } from './tester-facts';

type Candidate = Schema<'Candidate'>;

type CandidatePanelProps = { job: Job; roleId: string | null };

/** Testers who fit a role and have made no bid: ask them for one, or make them an offer. */
export function CandidatePanel({ job, roleId }: CandidatePanelProps) {
  const { t } = useTranslation('bids');
  const role = job.roles.find(({ id }) => id === roleId) ?? job.roles.find(({ seats_left }) => seats_left > 0);
  if (!role || role.seats_left === 0) return null;
  return (
    <Panel title={t('candidates.title', { role: role.name })}>
      <p className="mb-4 max-w-reading text-small text-soft">{t('candidates.lead')}</p>
      <Candidates key={role.id} job={job} role={role} />
    </Panel>
  );
}

function Candidates({ job, role }: { job: Job; role: JobRole }) {
  const { t } = useTranslation('bids');
  const rateOf = useRate();
  const [offered, setOffered] = useState<Candidate | null>(null);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    'get',
    '/jobs/{job_id}/roles/{role_id}/candidates',
    { params: { path: { job_id: job.id, role_id: role.id } } },
    byCursor,
  );
  const columns: Column<Candidate>[] = [
    {
      key: 'tester',
      header: t('list.tester'),
      cell: ({ tester }) => (
        <>
          <span dir="auto" className="block">
            {tester.full_name}
          </span>
          <span className="block text-small font-plain text-soft">{t(`level.${tester.level}`)}</span>
        </>
      ),
    },
    { key: 'match', header: t('tester.match'), isFigure: true, cell: ({ tester }) => figureOf(tester.match_score) },
    { key: 'approval', header: t('tester.approval'), isFigure: true, cell: ({ tester }) => rateOf(tester.approval_rate) },
    { key: 'onTime', header: t('tester.onTime'), isFigure: true, cell: ({ tester }) => rateOf(tester.on_time_rate) },
    { key: 'do', header: t('candidates.do'), isPlain: true, isFigure: true, cell: (candidate) => <CandidateActions job={job} role={role} candidate={candidate} onOffer={() => setOffered(candidate)} /> },
  ];
  return (
    <>
      <DataList
        label={t('candidates.title', { role: role.name })}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="glass" title={t('candidates.none')}>
            {t('candidates.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ tester }) => tester.id}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      <OfferDialog job={job} role={role} tester={offered?.tester ?? null} onClose={() => setOffered(null)} />
    </>
  );
}

type CandidateActionsProps = { job: Job; role: JobRole; candidate: Candidate; onOffer: () => void };

function CandidateActions({ job, role, candidate, onOffer }: CandidateActionsProps) {
  const { t } = useTranslation('bids');
  const toast = useToast();
  const refresh = useRefresh();
  const { tester, invited_at, bid_id } = candidate;
  const invite = api.useMutation('post', '/jobs/{job_id}/invitations', {
    onSuccess: async () => {
      await refresh();
      toast('done', t('candidates.invited', { name: tester.full_name }));
    },
  });
  if (bid_id !== null) return <Badge state="waiting">{t('candidates.hasBid')}</Badge>;
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {invite.error && <FailedState error={invite.error} />}
      {invited_at === null ? (
        <Button
          kind="quiet"
          pending={invite.isPending}
          aria-label={t('candidates.inviteWho', { name: tester.full_name })}
          onClick={() => invite.mutate({ params: { path: { job_id: job.id } }, body: { role_id: role.id, tester_ids: [tester.id] } })}
        >
          {t('candidates.invite')}
        </Button>
      ) : (
        <span className="text-small text-soft">
          {t('candidates.since')} <RelativeTime at={invited_at} />
        </span>
      )}
      <Button aria-label={t('candidates.offerWho', { name: tester.full_name })} onClick={onOffer}>
        {t('candidates.offer')}
      </Button>
    </div>
  );
}
