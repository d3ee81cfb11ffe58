// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import type { State } from '@/components/state-mark';
import { netOf } from '@/lib/fee';
import { money } from '@/lib/format';
import { Brief } from '@/shared/brief';
import { KnownIssues } from '@/shared/findings/known-issues';
import type { SimpleJob } from '@/shared/jobs-query';
import { ProjectIcon, ScreenshotPanel } from '@/shared/project-pictures';

import { ClaimPanel } from './claim-panel';
import { JobTerms } from './job-terms';

type JobProps = { job: SimpleJob };

/** A job as those see it who may test: what is asked for, what is paid and when, and the way to a seat. */
export function TesterJob({ job }: JobProps) {
  const { t } = useTranslation('market');
  const turnOf = useSeatTurn();
  return (
    <Page title={job.title} lead={<JobLine job={job} />} width="board">
      <FactStrip turn={turnOf(job)} until={job.state === 'open' ? job.deadline_at : null} money={{ minor: job.reward_minor, currency: job.currency, meaning: t('forEach') }} />
      <div className="mt-8 gap-x-12 gap-y-10 max-lg:flex max-lg:flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10">
          <Panel title={t('job.what')}>
            <Brief brief={job.brief} steps={job.steps} requirements={job.requirements} />
            <KnownIssues jobId={job.id} />
          </Panel>
          <ScreenshotPanel screenshots={job.project_screenshots} />
        </div>
        <aside className="flex flex-col gap-10 max-lg:contents lg:sticky lg:top-6 lg:self-start">
          {/* On a phone the button stays within the thumb's reach, wherever one reads. */}
          <div className="z-10 max-lg:sticky max-lg:bottom-0 max-lg:order-last max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:bg-paper max-lg:p-4 [&_a]:w-full [&_button]:w-full">
            <ClaimPanel job={job} />
          </div>
          <Panel title={t('job.money')}>
            <MoneyWords job={job} />
          </Panel>
          <Panel title={t('job.time')}>
            <JobTerms job={job} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

function JobLine({ job }: JobProps) {
  const { t } = useTranslation('market');
  const { t: d } = useTranslation('domain');
  return (
    <p className="flex items-center gap-3">
      <ProjectIcon url={job.project_icon_url} className="size-8" />
      <span>
        <span dir="auto">{job.project_name}</span> · {d(`serviceType.${job.service_type}`)} · {t('job.by', { name: job.builder_name })}
      </span>
    </p>
  );
}

function useSeatTurn(): (job: SimpleJob) => { state: State; text: string } {
  const { t } = useTranslation('market');
  return ({ state, seats_left, my_assignment_id }) => {
    if (my_assignment_id !== null) return { state: 'yours', text: t('turn.held') };
    if (state === 'open' && seats_left > 0) return { state: 'yours', text: t('turn.free', { count: seats_left }) };
    return { state: 'waiting', text: t(state === 'open' || state === 'filled' ? 'turn.full' : 'turn.over') };
  };
}

/** What is paid, who pays it, and when it moves. */
function MoneyWords({ job }: JobProps) {
  const { t } = useTranslation('market');
  const net = netOf(job.reward_minor, job.tester_fee_bps ?? 0);
  const [amount, reward] = [money(net, job.currency), money(job.reward_minor, job.currency)];
  return (
    <div className="flex flex-col gap-3 text-small">
      <p>{net === job.reward_minor ? t('money.reward', { amount }) : t('money.rewardNet', { amount, reward })}</p>
      <p>{t('money.held')}</p>
      <p>{t('money.review', { count: job.review_days })}</p>
      <p>{t('money.rejected', { count: job.dispute_hours })}</p>
    </div>
  );
}
