// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { LinkButton } from '@/components/button';
import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { TimeLeft } from '@/components/time';
import type { Schema } from '@/lib/api';
import { date } from '@/lib/format';
import { rowsOf } from '@/lib/paging';
import { Facts } from '@/shared/facts';
import type { Job } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';
import { isBidding, useJobTurn } from '@/shared/turns';

import { useJobAssignments } from '../jobs-query';
import { JobTimeline } from './job-timeline';
import { PlanMenu } from './plan-menu';
import { PlanSeats } from './plan-seats';
import { PlanSpend, sumsOf } from './plan-spend';
import { RoleBoard } from './role-board';

/** A test plan as its owner sees it: whose turn it is, the roles with their seats, the work, the money, and what happened. */
export function OwnerPlan({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const assignments = useJobAssignments(job.id);
  const rows = rowsOf(assignments.data) ?? [];
  const toReview = waitingFor(rows);
  const [next] = toReview;
  const turn = useJobTurn()({ ...job, to_review: toReview.length });
  const sums = sumsOf(rows);
  const isDraft = job.state === 'draft';
  return (
    <Page
      title={job.title}
      lead={<PlanLine job={job} />}
      width="board"
      action={
        <div className="flex items-center gap-2">
          <NextStep job={job} next={next} />
          <PlanMenu job={job} underWay={rows.filter(({ state }) => state === 'active' || state === 'delivered').length} />
        </div>
      }
    >
      <FactStrip
        turn={turn}
        until={next?.review_due_at ?? (isBidding(job.state) ? job.bidding_deadline_at : null)}
        money={sums.heldMinor + sums.paidMinor > 0 ? { minor: sums.heldMinor || sums.paidMinor, currency: job.currency, meaning: t(sums.heldMinor > 0 ? 'owner.held' : 'owner.spent') } : null}
      />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10">
          <Panel title={t('board.title')} aside={!isDraft && <BidsLink job={job} />}>
            <RoleBoard job={job} isBidding={isBidding(job.state)} />
          </Panel>
          {(rows.length > 0 || isBidding(job.state)) && (
            <Panel title={t('board.work')} aside={<span className="figures text-small text-soft">{t('owner.seatsOf', { taken: job.seats_taken, all: job.seats })}</span>}>
              <PlanSeats assignments={assignments} isBidding={isBidding(job.state)} />
            </Panel>
          )}
          <Panel title={t('planStep.about')}>
            <Prose text={job.brief} />
          </Panel>
        </div>
        <aside className="flex flex-col gap-10">
          {rows.length > 0 && <PlanSpend sums={sums} currency={job.currency} />}
          <Panel title={t('planStep.clocks')}>
            <Facts
              facts={[
                { label: t('clocks.deadline'), value: job.bidding_deadline_at && (isBidding(job.state) ? <TimeLeft at={job.bidding_deadline_at} /> : date(job.bidding_deadline_at)) },
                { label: t('terms.reviewDays'), value: t('terms.days', { count: job.review_days }) },
                { label: t('board.revision'), value: job.revision },
              ]}
            />
          </Panel>
          <Panel title={t('owner.timeline')}>
            <JobTimeline key={job.state} jobId={job.id} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

/** The one thing that moves it forward: reviews before bids before the draft. */
function NextStep({ job, next }: { job: Job; next: Schema<'Submission'> | undefined }) {
  const { t } = useTranslation('jobs');
  if (next) {
    return (
      <LinkButton to={`/submissions/${next.id}/review`} kind="primary">
        {t('owner.review')}
      </LinkButton>
    );
  }
  if (job.state === 'draft') {
    return (
      <LinkButton to={`/jobs/${job.id}/edit`} kind="primary">
        {t('owner.goOn')}
      </LinkButton>
    );
  }
  if (!isBidding(job.state)) return null;
  return (
    <LinkButton to={`/jobs/${job.id}/bids`} kind="primary">
      {job.bids_open ? t('board.lookAtBids', { count: job.bids_open }) : t('board.bids')}
    </LinkButton>
  );
}

function BidsLink({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <Link to={`/jobs/${job.id}/bids`} className="link inline-flex min-h-11 items-center text-small">
      {t('board.allBids')}
    </Link>
  );
}

function PlanLine({ job }: { job: Job }) {
  const { t } = useTranslation('domain');
  return (
    <p>
      <Link to={`/projects/${job.project_id}`} className="link" dir="auto">
        {job.project_name}
      </Link>
      {job.service_types.length > 0 && ` · ${job.service_types.map((type) => t(`serviceType.${type}`)).join(', ')}`}
    </p>
  );
}

/** Submissions that wait for the builder, the one that is due first in front. */
function waitingFor(assignments: readonly Schema<'Assignment'>[]): Schema<'Submission'>[] {
  const waiting = assignments.flatMap(({ submissions }) => submissions).filter(({ state }) => state === 'submitted');
  return waiting.toSorted((a, b) => (a.review_due_at ?? '').localeCompare(b.review_due_at ?? ''));
}
