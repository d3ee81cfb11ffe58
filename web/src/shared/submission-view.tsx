// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';

import { Facts } from './facts';
import { FindingView } from './finding-view';
import { Prose } from './prose';
import { ServiceReport } from './service-form/service-report';
import { useServiceType } from './service-form/types-query';

type Submission = Schema<'Submission'>;

type SubmissionViewProps = {
  submission: Pick<Submission, 'summary' | 'findings' | 'service_type' | 'details' | 'report' | 'evidence' | 'environment'>;
  /** What can be done about each finding. */
  judge?: (finding: Submission['findings'][number]) => ReactNode;
};

/** All that a tester handed in, to read. */
export function SubmissionView({ submission, judge }: SubmissionViewProps) {
  const { t } = useTranslation('domain');
  const { findings } = submission;
  const type = useServiceType(submission.service_type);
  return (
    <div className="flex flex-col gap-10">
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
    </div>
  );
}

const both = (name?: string, version?: string) => [name, version].filter(Boolean).join(' ');

function EnvironmentView({ environment }: { environment: Submission['environment'] }) {
  const { t } = useTranslation('domain');
  return (
    <Facts
      facts={[
        { label: t('environment.device'), value: environment.device },
        { label: t('environment.os'), value: both(environment.os, environment.os_version) },
        { label: t('environment.browser'), value: both(environment.browser, environment.browser_version) },
        { label: t('environment.viewport'), value: environment.viewport },
        { label: t('environment.locale'), value: environment.locale },
        { label: t('environment.time_zone'), value: environment.time_zone },
        { label: t('environment.network'), value: environment.network },
        { label: t('environment.build'), value: environment.build },
      ]}
    />
  );
}
