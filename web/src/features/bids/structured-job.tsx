// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import type { State } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { useNow } from '@/lib/clock';
import { hasRole, useSession } from '@/lib/session';
import { isOpenBid, jobBidsQuery, type Bid } from '@/shared/bids-query';
import { useBidTurn } from '@/shared/bid-turns';
import { Facts } from '@/shared/facts';
import type { Job } from '@/shared/jobs-query';
import { ProjectIcon, ScreenshotPanel } from '@/shared/project-pictures';
import { Prose } from '@/shared/prose';
import { isBidding } from '@/shared/turns';

import { RoleCard } from './role-card';

const ROLE = 'role';

/** A test plan as those see it who may bid on it: what is wanted, role by role, and how bidding works. */
export function StructuredJob({ job }: { job: Job }) {
  const { t } = useTranslation('bids');
  const [search, setSearch] = useSearchParams();
  const { user } = useSession();
  const now = useNow();
  const { data: bids = [] } = useQuery({ ...jobBidsQuery(job.id), enabled: hasRole(user, 'tester') });
  const isOver = job.bidding_deadline_at !== null && Date.parse(job.bidding_deadline_at) <= now;
  const isTaking = isBidding(job.state) && !isOver;
  const turn = useTurn(job, bids, isTaking);
  const open = (roleId: string | null) => setSearch(roleId ? { [ROLE]: roleId } : {}, { replace: true, preventScrollReset: true });
  return (
    <Page title={job.title} lead={<JobLine job={job} />} width="board">
      <FactStrip turn={turn} until={isTaking ? job.bidding_deadline_at : null} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Panel title={t('job.what')}>
            <Prose text={job.brief} />
          </Panel>
          <ScreenshotPanel screenshots={job.project_screenshots} />
          {job.roles.map((role) => (
            <RoleCard
              key={role.id}
              job={job}
              role={role}
              bid={latestFor(bids, role.id)}
              isTaking={isTaking}
              isOpen={search.get(ROLE) === role.id}
              onOpen={(isOpen) => open(isOpen ? role.id : null)}
            />
          ))}
        </div>
        <aside className="flex flex-col gap-10 lg:sticky lg:top-6 lg:self-start">
          <Panel title={t('job.how')}>
            <ol className="flex list-decimal flex-col gap-2 ps-5 text-small">
              <li>{t('job.how1')}</li>
              <li>{t('job.how2')}</li>
              <li>{t('job.how3')}</li>
              <li>{t('job.how4', { count: job.review_days })}</li>
            </ol>
          </Panel>
          <Panel title={t('job.terms')}>
            <Terms job={job} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

/** An open bid counts, or else the newest. */
const latestFor = (bids: readonly Bid[], roleId: string): Bid | undefined => {
  const own = bids.filter(({ role_id }) => role_id === roleId);
  return own.find(isOpenBid) ?? own.find(({ state }) => state === 'accepted') ?? own[0];
};

/** The reader's own thread where there is one, or else whether the plan takes bids. */
function useTurn(job: Job, bids: readonly Bid[], isTaking: boolean): { state: State; text: string } {
  const { t } = useTranslation('bids');
  const turnOf = useBidTurn('tester');
  const own = bids.find(isOpenBid) ?? bids.find(({ state }) => state === 'accepted');
  if (own) return turnOf(own);
  const left = job.roles.reduce((sum, { seats_left }) => sum + seats_left, 0);
  if (isTaking && left > 0) return { state: 'yours', text: t('job.taking', { count: left }) };
  return { state: 'waiting', text: t(isTaking ? 'job.full' : 'job.over') };
}

function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation('bids');
  const { t: d } = useTranslation('domain');
  return (
    <p className="flex items-center gap-3">
      <ProjectIcon url={job.project_icon_url} className="size-8" />
      <span>
        <span dir="auto">{job.project_name}</span> · {job.service_types.map((type) => d(`serviceType.${type}`)).join(', ')} · {t('job.by', { name: job.builder_name })}
      </span>
    </p>
  );
}

function Terms({ job }: { job: Job }) {
  const { t } = useTranslation('bids');
  const { t: d } = useTranslation('domain');
  return (
    <Facts
      facts={[
        { label: d('needs.platforms'), value: job.platforms.map((platform) => d(`platform.${platform}`)).join(', ') },
        { label: t('job.roles'), value: job.roles.length },
        { label: t('job.review'), value: t('days', { count: job.review_days }) },
        { label: t('job.deadline'), value: job.bidding_deadline_at && <TimeLeft at={job.bidding_deadline_at} /> },
      ]}
    />
  );
}
