// SPDX-License-Identifier: Apache-2.0
import { ChevronDownIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { FactStrip } from '@/components/fact-strip';
import { FilterChips } from '@/components/filter-chips';
import { inputLook } from '@/components/form/field-shell';
import { NotFound } from '@/components/not-found';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { cx } from '@/lib/cx';
import { useShortcut } from '@/lib/shortcuts';
import { isOpenBid, jobBidsQuery, type Bid } from '@/shared/bids-query';
import { jobQuery, type Job } from '@/shared/jobs-query';
import { isBidding, useJobTurn } from '@/shared/turns';

import { CandidatePanel } from './candidate-panel';
import { Comparison, COMPARED_MAX } from './comparison';
import { JobBidList } from './job-bid-list';
import { inOrder, orders, type Order } from './order';

/** All offers on a plan, for its builder. */
export function JobBidsPage() {
  const { jobId = '' } = useParams();
  const query = useQuery(jobQuery(jobId));
  return <QueryView query={query}>{(job) => (job.mine && job.kind === 'structured' ? <JobBids job={job} /> : <NotFound />)}</QueryView>;
}

function JobBids({ job }: { job: Job }) {
  const { t } = useTranslation('bids');
  const turnOf = useJobTurn();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery(jobBidsQuery(job.id));
  const roleId = job.roles.find(({ id }) => id === search.get('role'))?.id ?? null;
  const order = orders.find((known) => known === search.get('order')) ?? 'turn';
  const change = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const ofRole = data?.filter(({ role_id }) => roleId === null || role_id === roleId);
  const open = ofRole && inOrder(ofRole.filter(isOpenBid), order);
  const ended = ofRole?.filter((bid) => !isOpenBid(bid));
  const [chosen, choose] = useChosen(open);
  const compared = open?.filter(({ id }) => chosen.includes(id)) ?? [];
  const isTaking = isBidding(job.state);
  return (
    <Page title={t('all.title')} lead={<JobLink job={job} />} width="board">
      <FactStrip turn={turnOf(job)} until={isTaking ? job.bidding_deadline_at : null} />
      <div className="mt-6 mb-4 flex flex-wrap items-center justify-between gap-3">
        {job.roles.length > 1 ? (
          <FilterChips label={t('all.role')} chips={job.roles.map(({ id, name }) => ({ value: id, label: name }))} value={roleId} onChange={(value) => change('role', value)} />
        ) : (
          <span />
        )}
        <OrderSelect order={order} onChange={(next) => change('order', next === 'turn' ? null : next)} />
      </div>
      <div className="flex flex-col gap-12">
        {compared.length > 1 && <Comparison bids={compared} />}
        <JobBidList
          list={{ isPending, error, rows: open, retry: () => void refetch() }}
          chosen={chosen}
          onChoose={choose}
          empty={
            <EmptyState drawing="letter" title={t('all.none')}>
              {t(isTaking ? 'all.noneWhy' : 'all.noneOver')}
            </EmptyState>
          }
        />
        {isTaking && <CandidatePanel job={job} roleId={roleId} />}
        {ended && ended.length > 0 && (
          <Panel title={t('all.ended')}>
            <JobBidList list={{ isPending, error, rows: ended, retry: () => void refetch() }} chosen={[]} empty={null} />
          </Panel>
        )}
      </div>
    </Page>
  );
}

function JobLink({ job }: { job: Job }) {
  return (
    <Link to={`/jobs/${job.id}`} className="link" dir="auto">
      {job.title}
    </Link>
  );
}

/** The bids side by side: up to three, by their boxes, or with the key c the first ones of the list. */
function useChosen(open: readonly Bid[] | undefined): [readonly string[], (bidId: string) => void] {
  const { t } = useTranslation('bids');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const sameRole = (bidId: string) => {
    const roleId = open?.find(({ id }) => id === bidId)?.role_id;
    return (open ?? []).filter(({ role_id }) => role_id === roleId).map(({ id }) => id);
  };
  const [first] = open ?? [];
  const start = () => (first ? sameRole(first.id).slice(0, COMPARED_MAX) : []);
  useShortcut({ keys: 'c', label: t('keys.compare') }, () => setChosen(chosen.length > 0 ? [] : start()));
  // Offers for different roles have nothing in common: choosing one of another role begins anew.
  const toggle = (bidId: string) => setChosen(chosen.includes(bidId) ? chosen.filter((id) => id !== bidId) : [...chosen.filter((id) => sameRole(bidId).includes(id)), bidId].slice(0, COMPARED_MAX));
  return [chosen, toggle];
}

function OrderSelect({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const { t } = useTranslation('bids');
  return (
    <div className="relative w-52 max-md:w-full">
      <select aria-label={t('order.title')} value={order} onChange={(event) => onChange(orders.find((known) => known === event.target.value) ?? 'turn')} className={cx(inputLook, 'appearance-none pe-10')}>
        {orders.map((known) => (
          <option key={known} value={known}>
            {t(`order.${known}`)}
          </option>
        ))}
      </select>
      <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
    </div>
  );
}
