// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { LinkButton } from '@/components/button';
import { FactStrip } from '@/components/fact-strip';
import { FailedState } from '@/components/failed-state';
import { Page } from '@/components/page';
import { Card, Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import { SplitBar } from '@/components/split-bar';
import { money } from '@/lib/format';
import { bidEventsQuery, isOpenBid, type Bid, type Side } from '@/shared/bids-query';
import { useBidFacts } from '@/shared/bid-turns';
import { EventTimeline } from '@/shared/event-timeline';
import type { Job } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';

import { AnswerForm } from './answer-form';
import { BidActions } from './bid-actions';
import { changeOf, isUnchanged, JobChangePanel } from './job-change';
import { OfferLadder } from './offer-ladder';
import { PaymentPanel } from './payment-panel';
import { TesterFacts } from './tester-facts';
import { useBidPayment } from './use-bid-payment';

type BidThreadProps = { bid: Bid; job: Job; side: Side };

/** Whose turn it is, what can be done, and all offers with what moved. */
export function BidThread({ bid, job, side }: BidThreadProps) {
  const { t } = useTranslation('bids');
  const [answer, setAnswer] = useState<{ kind: 'counter' | 'revise'; to: string } | null>(null);
  const { payment, look } = useBidPayment(bid);
  const role = job.roles.find(({ id }) => id === bid.role_id);
  const change = changeOf(bid, role);
  // A form that was begun for another offer than the present one answers nothing any more.
  const at = `${bid.state}-${bid.revision}`;
  const isAnswering = answer !== null && answer.to === at;
  return (
    <Page title={t(side === 'builder' ? 'thread.title' : 'thread.own', { name: bid.tester_name })} lead={<ThreadLine bid={bid} side={side} />} width="board">
      <FactStrip {...useBidFacts(side)(bid)} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-8">
          {look && payment && <PaymentPanel bid={bid} payment={payment} look={look} />}
          {bid.state === 'stale' && <JobChangePanel change={change} />}
          <Ending bid={bid} side={side} />
          {isAnswering ? (
            <AnswerForm key={at} bid={bid} role={role} side={side} kind={answer.kind} onDone={() => setAnswer(null)} />
          ) : (
            <BidActions bid={bid} side={side} mayConfirm={isUnchanged(change)} onAnswer={(kind) => setAnswer({ kind, to: at })} />
          )}
          <Panel title={t('thread.offers')} aside={isOpenBid(bid) && bid.state !== 'draft' && <span className="text-small text-soft">{t('thread.countersLeft', { count: bid.counters_left })}</span>}>
            <OfferLadder bid={bid} side={side} />
          </Panel>
        </div>
        <aside className="flex flex-col gap-10 lg:sticky lg:top-6 lg:self-start">
          {bid.tester && (
            <Panel title={<span dir="auto">{bid.tester_name}</span>}>
              <TesterFacts tester={bid.tester} />
            </Panel>
          )}
          <Panel title={t('thread.money')}>
            <MoneyPart bid={bid} side={side} />
          </Panel>
          <Panel title={t('thread.timeline')}>
            <BidTimeline key={at} bidId={bid.id} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

function ThreadLine({ bid, side }: { bid: Bid; side: Side }) {
  const { t } = useTranslation('bids');
  return (
    <p>
      <Link to={`/jobs/${bid.job_id}`} className="link" dir="auto">
        {bid.job_title}
      </Link>{' '}
      · <span dir="auto">{bid.role_name}</span>
      {side === 'tester' ? (
        ` · ${t('job.by', { name: bid.builder_name })}`
      ) : (
        <>
          {' · '}
          <Link to={`/jobs/${bid.job_id}/bids`} className="link">
            {t('thread.all')}
          </Link>
        </>
      )}
    </p>
  );
}

const endings = ['accepted', 'rejected', 'withdrawn', 'expired', 'superseded'] as const;

/** How a thread ended, and where it goes on from there. */
function Ending({ bid, side }: { bid: Bid; side: Side }) {
  const { t } = useTranslation('bids');
  const ending = endings.find((state) => state === bid.state);
  if (!ending) return null;
  const isWork = ending === 'accepted' && bid.assignment_id !== null;
  return (
    <Card className="flex flex-col items-start gap-3">
      <p>{t(`ending.${ending}.${side}`, { name: side === 'tester' ? bid.builder_name : bid.tester_name, amount: money(bid.total_minor, bid.currency) })}</p>
      {bid.reject_reason && <p className="font-strong">{t(`reason.${bid.reject_reason}`)}</p>}
      {bid.reject_note && <Prose text={bid.reject_note} />}
      {side === 'tester' ? (
        <LinkButton kind="primary" to={isWork ? `/assignments/${bid.assignment_id}` : '/jobs'}>
          {t(isWork ? 'ending.toWork' : 'ending.toJobs')}
        </LinkButton>
      ) : (
        <LinkButton to={isWork ? `/jobs/${bid.job_id}` : `/jobs/${bid.job_id}/bids`}>{t(isWork ? 'ending.toJob' : 'ending.toBids')}</LinkButton>
      )}
    </Card>
  );
}

/** Where each cent goes: for the builder what they pay, for the tester what they get. */
function MoneyPart({ bid, side }: { bid: Bid; side: Side }) {
  const { t } = useTranslation('bids');
  const { total_minor, fee_minor, bonus_cap_minor, charge_minor, currency } = bid;
  const { money: net } = useBidFacts('tester')(bid);
  const reserve = bonus_cap_minor > 0 ? [{ label: t('sum.reserve'), minor: bonus_cap_minor, tone: 'back' as const }] : [];
  const parts =
    side === 'builder'
      ? [{ label: t('sum.toTester'), minor: total_minor, tone: 'main' as const }, ...reserve, { label: t('sum.platform'), minor: fee_minor, tone: 'fee' as const }]
      : [{ label: t('sum.net'), minor: net.minor, tone: 'main' as const }, ...(total_minor > net.minor ? [{ label: t('sum.platform'), minor: total_minor - net.minor, tone: 'fee' as const }] : []), ...reserve];
  return (
    <>
      <SplitBar label={t('thread.money')} parts={parts} currency={currency} />
      {side === 'builder' && (
        <p className="mt-3 flex items-baseline justify-between gap-4 border-t border-line pt-3">
          <span>{t('sum.youPay')}</span>
          <span className="figures font-strong">{money(charge_minor, currency)}</span>
        </p>
      )}
      {bid.hourly_rate_minor !== null && <p className="mt-2 text-small text-soft">{t('sum.hourly', { amount: money(bid.hourly_rate_minor, currency) })}</p>}
      {bonus_cap_minor > 0 && <p className="mt-2 text-small text-soft">{side === 'builder' ? t('sum.bonusBuilder', { amount: money(bonus_cap_minor, currency) }) : t('sum.reserveWhat')}</p>}
    </>
  );
}

function BidTimeline({ bidId }: { bidId: string }) {
  const { data: events, error, isPending, refetch } = useQuery(bidEventsQuery(bidId));
  if (isPending) return <RowBones count={2} />;
  if (!events) return <FailedState error={error} onRetry={() => void refetch()} />;
  return <EventTimeline events={events} />;
}
