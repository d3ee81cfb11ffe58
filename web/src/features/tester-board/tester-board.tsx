// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { Pager } from '@/components/pager';
import { PageBones } from '@/components/skeleton';
import { StateMark } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { useMyAssignments, type Assignment } from '@/shared/assignments-query';
import { OpenDisputes } from '@/shared/open-disputes';
import { overviewQuery } from '@/shared/overview-query';
import { WorkList } from '@/shared/work-list';

import { FirstRun } from './first-run';
import { BidsPanel } from './bids-panel';
import { TesterFigures } from './tester-figures';

/** What waits for the tester, what waits for builders, and the money. Someone new sees the way to the first reward. */
export function TesterBoard() {
  const { t } = useTranslation('tester-board');
  const { data, error, isPending, refetch } = useQuery(overviewQuery());
  if (isPending) return <PageBones />;
  const figures = data?.tester;
  if (!figures) return <FailedState error={error} onRetry={() => void refetch()} />;
  const { active, waiting_review, approved } = figures;
  const hasHandedIn = waiting_review + approved > 0;
  return (
    <div className="flex flex-col gap-12">
      {!hasHandedIn && <FirstRun hasClaim={active > 0} />}
      {(hasHandedIn || active > 0) && <UnderWay />}
      {hasHandedIn && <OpenDisputes side="tester" />}
      <BidsPanel />
      {hasHandedIn && <TesterFigures figures={figures} />}
      {hasHandedIn && (
        <Panel title={t('finished.title')}>
          <Finished />
        </Panel>
      )}
    </div>
  );
}

const pressing: readonly Schema<'Submission'>['state'][] = ['needs_info', 'changes_requested', 'rejected'];

/** A question, work that came back, or a decision that can be disputed. */
const needsLook = ({ submissions }: Assignment): boolean => submissions.some(({ state, may_dispute }) => pressing.includes(state) || may_dispute);

const byClock = (a: Assignment, b: Assignment): number => a.claim_expires_at.localeCompare(b.claim_expires_at);

/** An empty list that is good news. */
function Nothing({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-2 text-soft">
      <StateMark state="done" className="mt-1" />
      {children}
    </p>
  );
}

/** An active seat with several items waits on both sides once some of them are handed in. */
const isPartlyHandedIn = ({ submissions }: Assignment): boolean => submissions.some(({ state }) => state === 'submitted');

const handedInOf = (work: Assignment): Assignment => ({ ...work, submissions: work.submissions.filter(({ state }) => state === 'submitted') });

/** Claims by their clock, questions and rejections come first; then what builders have to answer. */
function UnderWay() {
  const { t } = useTranslation('tester-board');
  const active = useMyAssignments('active');
  const delivered = useMyAssignments('delivered');
  const handedIn = rowsOf(delivered.data);
  const claims = rowsOf(active.data)?.toSorted(byClock);
  const rejected = handedIn?.filter(needsLook) ?? [];
  return (
    <>
      <Panel title={t('yours.title')}>
        <WorkList
          label={t('yours.title')}
          list={{ isPending: active.isPending, error: active.error, rows: claims && [...claims, ...rejected], retry: () => void active.refetch() }}
          empty={<Nothing>{t('yours.none')}</Nothing>}
        />
        <Pager hasMore={active.hasNextPage} isLoading={active.isFetchingNextPage} onMore={() => void active.fetchNextPage()} />
      </Panel>
      <Panel title={t('theirs.title')}>
        <WorkList
          label={t('theirs.title')}
          list={{ isPending: delivered.isPending, error: delivered.error, rows: handedIn && claims && [...claims.filter(isPartlyHandedIn).map(handedInOf), ...handedIn.filter((work) => !needsLook(work))], retry: () => void delivered.refetch() }}
          empty={<Nothing>{t('theirs.none')}</Nothing>}
        />
        <Pager hasMore={delivered.hasNextPage} isLoading={delivered.isFetchingNextPage} onMore={() => void delivered.fetchNextPage()} />
      </Panel>
    </>
  );
}

function Finished() {
  const { t } = useTranslation('tester-board');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMyAssignments('completed');
  return (
    <>
      <WorkList
        label={t('finished.title')}
        list={{ isPending, error, rows: rowsOf(data), retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t('finished.none')}>
            {t('finished.noneWhy')}
          </EmptyState>
        }
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}
