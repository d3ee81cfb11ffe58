// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';
import { instant, number, span } from '@/lib/format';

import { EnvironmentView } from './environment-view';
import { Facts } from './facts';
import { EvidencePanel } from './files/evidence-panel';
import { submissionFilesQuery } from './files/file-query';
import { FindingView } from './finding-view';
import { Prose } from './prose';
import { ServiceReport } from './service-form/service-report';
import { useServiceType } from './service-form/types-query';

type Submission = Schema<'Submission'>;

type Shown = Pick<Submission, 'summary' | 'findings' | 'service_type' | 'details' | 'report' | 'evidence' | 'environment'> &
  Partial<Pick<Submission, 'started_at' | 'ended_at' | 'active_minutes' | 'outcome' | 'assistance' | 'assistance_note'>>;

type SubmissionViewProps = {
  /** Its id, to show its files beside it. */
  id: string;
  submission: Shown;
  /** What can be done about each finding. */
  judge?: (finding: Submission['findings'][number]) => ReactNode;
  /** The page shows the files at another place. */
  hasFilesElsewhere?: boolean;
};

export const hasFiles = ({ evidence, findings }: Pick<Submission, 'evidence' | 'findings'>): boolean =>
  evidence.some(({ file_id }) => file_id) || findings.some(({ attachment_ids }) => attachment_ids?.length > 0);

/** All that a tester handed in, to read: the text, and beside it what shows it. */
export function SubmissionView({ id, submission, judge, hasFilesElsewhere = false }: SubmissionViewProps) {
  if (hasFilesElsewhere || !hasFiles(submission)) return <SubmissionText submission={submission} judge={judge} />;
  return (
    <div className="@container">
      <div className="grid gap-x-10 gap-y-10 @reading:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="min-w-0 @reading:order-last">
          <div className="@reading:sticky @reading:top-6">
            <SubmissionFiles submissionId={id} />
          </div>
        </div>
        <SubmissionText submission={submission} judge={judge} />
      </div>
    </div>
  );
}

/** The files of a submission, one in front. */
export function SubmissionFiles({ submissionId }: { submissionId: string }) {
  const { data, error, refetch } = useQuery(submissionFilesQuery(submissionId));
  if (data) return <EvidencePanel files={data} />;
  return error ? <FailedState error={error} onRetry={() => void refetch()} /> : <RowBones count={3} />;
}

function SubmissionText({ submission, judge }: { submission: Shown; judge: SubmissionViewProps['judge'] | undefined }) {
  const { t } = useTranslation('domain');
  const { findings } = submission;
  const type = useServiceType(submission.service_type);
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <Panel title={t('submission.summary')}>
        <Prose text={submission.summary} />
      </Panel>
      <Panel title={t('submission.findings')} aside={<span className="figures text-small text-soft">{t('submission.findingCount', { count: findings.length })}</span>}>
        {findings.length === 0 && <p className="text-soft">{t('submission.noFindings')}</p>}
        {findings.map((finding) => (
          <FindingView key={finding.id} finding={finding} isOpen={findings.length === 1}>
            {judge?.(finding)}
          </FindingView>
        ))}
      </Panel>
      <Panel title={t(`serviceType.${submission.service_type}`)}>
        {type ? <ServiceReport type={type} details={submission.details} report={submission.report} evidence={submission.evidence} /> : <RowBones count={2} />}
      </Panel>
      <Panel title={t('submission.environment')}>
        <EnvironmentView environment={submission.environment} />
      </Panel>
      <EnvelopeView submission={submission} />
    </div>
  );
}

/** How it went, as far as the tester said it. */
function EnvelopeView({ submission }: { submission: Shown }) {
  const { t } = useTranslation('domain');
  const { outcome, assistance, assistance_note: note, started_at: from, ended_at: to } = submission;
  const minutes = submission.active_minutes ?? null;
  const help = assistance && [t(`assistance.${assistance}`), note].filter(Boolean).join(': ');
  if (!outcome && !help && !from && !to && minutes === null) return null;
  return (
    <Panel title={t('envelope.title')}>
      <Facts
        facts={[
          { label: t('envelope.outcome'), value: outcome && t(`workOutcome.${outcome}`) },
          { label: t('envelope.assistance'), value: help },
          { label: t('envelope.started'), value: from && instant(from) },
          { label: t('envelope.ended'), value: to && instant(to) },
          { label: t('envelope.minutes'), value: minutes !== null && (minutes > 0 ? span(minutes * 60_000) : number(0)) },
        ]}
      />
    </Panel>
  );
}
