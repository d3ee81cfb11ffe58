// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { StateMark } from '@/components/state-mark';
import { money } from '@/lib/format';
import { Brief } from '@/shared/brief';
import type { SimpleJob } from '@/shared/jobs-query';

import { usePublish } from '../use-publish';
import type { JobStep } from './job-frame';
import { TermsFacts } from './terms-facts';

type PublishStepProps = { job: SimpleJob; onGo: (step: JobStep) => void };

/** All of it once more, and the button that pays. */
export function PublishStep({ job, onGo }: PublishStepProps) {
  const { t } = useTranslation('jobs');
  const publish = usePublish(job.id);
  const needsSteps = job.service_type === 'functional_scripted' && job.steps.length === 0;
  return (
    <div className="flex flex-col gap-8">
      <Part title={t('publish.work')} onChange={() => onGo('work')}>
        <p dir="auto" className="mb-4 text-lead break-words">
          {job.title}
        </p>
        <Brief brief={job.brief} steps={job.steps} requirements={job.requirements} />
      </Part>
      <Part title={t('publish.terms')} onChange={() => onGo('terms')}>
        <TermsFacts job={job} />
      </Part>
      <div className="flex flex-col gap-4 border-t border-line pt-6">
        {needsSteps && (
          <p className="flex items-start gap-2">
            <StateMark state="yours" className="mt-1" />
            {t('publish.needsSteps')}
          </p>
        )}
        {publish.isError && <FailedState error={publish.error} />}
        <p className="text-small text-soft">{t('publish.what')}</p>
        <Button kind="primary" disabled={needsSteps} pending={publish.isPending} onClick={publish.start} className="max-md:w-full md:self-start">
          {t('publish.pay', { total: money(job.total_minor, job.currency) })}
        </Button>
      </div>
    </div>
  );
}

type PartProps = { title: string; onChange: () => void; children: ReactNode };

function Part({ title, onChange, children }: PartProps) {
  const { t } = useTranslation('jobs');
  return (
    <Panel
      title={title}
      aside={
        <button type="button" onClick={onChange} aria-label={t('publish.changePart', { part: title })} className="link min-h-11">
          {t('publish.change')}
        </button>
      }
    >
      {children}
    </Panel>
  );
}
