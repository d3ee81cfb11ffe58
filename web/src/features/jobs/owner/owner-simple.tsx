// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { rowsOf } from '@/lib/paging';
import { Brief } from '@/shared/brief';
import { jobQuery, type SimpleJob } from '@/shared/jobs-query';
import { isUnpaid, useJobTurn } from '@/shared/turns';

import { TermsFacts } from '../form/terms-facts';
import { paymentQuery, useJobAssignments } from '../jobs-query';
import { JobMenu } from './job-menu';
import { JobTimeline } from './job-timeline';
import { isMoving, paymentLook, returnOf } from './payment-look';
import { PaymentPanel } from './payment-panel';
import { SeatList } from './seat-list';
import { SpendPanel } from './spend-panel';
import { spendOf, type Spend } from './spend';

const SOON_MS = 2_000;

/** A simple job as its owner sees it: whose turn it is, the seats, the money, and what happened. */
export function OwnerSimple({ job }: { job: SimpleJob }) {
  const { t } = useTranslation('jobs');
  const turnOf = useJobTurn();
  const assignments = useJobAssignments(job.id);
  const { payment, look } = usePayment(job);
  const rows = rowsOf(assignments.data) ?? [];
  const toReview = waitingFor(rows);
  const [next] = toReview;
  const spend = payment && !isUnpaid(job.state) ? spendOf(job, payment, rows) : null;
  const stake = useStake(job, spend);
  const underWay = rows.filter(({ state }) => state === 'active' || state === 'delivered').length;

  return (
    <Page
      title={job.title}
      lead={<JobLine job={job} />}
      width="board"
      action={
        <div className="flex items-center gap-2">
          {next && (
            <LinkButton to={`/submissions/${next.id}/review`} kind="primary">
              {t('owner.review')}
            </LinkButton>
          )}
          {job.state === 'draft' && look === null && (
            <LinkButton to={`/jobs/${job.id}/edit`} kind="primary">
              {t('owner.goOn')}
            </LinkButton>
          )}
          <JobMenu job={job} underWay={underWay} />
        </div>
      }
    >
      <FactStrip
        turn={turnOf({ state: job.state, to_review: toReview.length })}
        until={next?.review_due_at ?? (job.state === 'open' ? job.deadline_at : null)}
        money={stake}
      />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10">
          {look && payment && <PaymentPanel job={job} payment={payment} look={look} />}
          {!isUnpaid(job.state) && (
            <Panel title={t('owner.seats')} aside={<span className="figures text-small text-soft">{t('owner.seatsOf', { taken: job.seats_taken, all: job.seats })}</span>}>
              <SeatList assignments={assignments} isTaking={job.state === 'open' || job.state === 'filled'} />
            </Panel>
          )}
          <Panel title={t('owner.work')}>
            <Brief brief={job.brief} steps={job.steps} requirements={job.requirements} />
          </Panel>
        </div>
        <aside className="flex flex-col gap-10">
          {spend && <SpendPanel spend={spend} currency={job.currency} receiptUrl={payment?.receipt_url ?? null} />}
          <Panel title={t('owner.terms')}>
            <TermsFacts job={job} />
          </Panel>
          <Panel title={t('owner.timeline')}>
            <JobTimeline key={job.state} jobId={job.id} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

/** The money that matters now: still to pay, held, or at the end what the work cost. */
function useStake(job: SimpleJob, spend: Spend | null) {
  const { t } = useTranslation('jobs');
  const { currency } = job;
  if (!spend) return isUnpaid(job.state) ? { minor: job.total_minor, currency, meaning: t('owner.toPay') } : null;
  if (spend.heldMinor > 0) return { minor: spend.heldMinor, currency, meaning: t('owner.held') };
  return { minor: spend.releasedMinor + spend.feeMinor, currency, meaning: t('owner.spent') };
}

function JobLine({ job }: { job: SimpleJob }) {
  const { t } = useTranslation('domain');
  return (
    <p>
      <Link to={`/projects/${job.project_id}`} className="link" dir="auto">
        {job.project_name}
      </Link>{' '}
      · {t(`serviceType.${job.service_type}`)}
    </p>
  );
}

/** Submissions that wait for the builder, the one that is due first in front. */
function waitingFor(assignments: readonly Schema<'Assignment'>[]): Schema<'Submission'>[] {
  const waiting = assignments.flatMap(({ submissions }) => submissions).filter(({ state }) => state === 'submitted');
  return waiting.toSorted((a, b) => (a.review_due_at ?? '').localeCompare(b.review_due_at ?? ''));
}

/** The job's latest payment and what is to be said about it; asks again while that changes by itself. */
function usePayment(job: SimpleJob) {
  const [search] = useSearchParams();
  const now = useNow();
  const lookOf = (payment: Schema<'Payment'> | undefined) => paymentLook(job, payment, returnOf(search), now);
  const { data: payment } = useQuery({
    ...paymentQuery(job.payment_id ?? ''),
    enabled: job.payment_id !== null,
    refetchInterval: ({ state }) => isMoving(lookOf(state.data)) && SOON_MS,
  });
  const look = lookOf(payment);
  useQuery({ ...jobQuery(job.id), refetchInterval: isMoving(look) && SOON_MS });
  return { payment, look };
}
