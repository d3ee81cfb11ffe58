// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { cx } from '@/lib/cx';
import { Brief } from '@/shared/brief';
import type { Assignment } from '@/shared/assignments-query';
import { answersIn } from '@/shared/service-form/rules';
import { KnownIssues } from '@/shared/findings/known-issues';
import type { ServiceType } from '@/shared/service-form/types-query';
import { useWorkFacts } from '@/shared/tester-turns';

import { AppFacts } from './app-facts';
import { AssignmentTimeline } from './assignment-timeline';
import type { Stored } from './draft-saver';
import { ExtendSeat } from './extend-seat';
import { FindingsPanel } from './findings-panel';
import { HandInBar } from './hand-in-bar';
import { ItemAsk } from './item-ask';
import { ItemNav } from './item-nav';
import { JobLine } from './job-line';
import { Meter } from './meter';
import { SentBack } from './sent-back';
import { useDraft } from './use-draft';
import { WorkFields } from './work-fields';

type WorkspaceProps = { assignment: Assignment; stored: Stored; type: ServiceType };

/** The brief on one side, what was seen on the other. Each scrolls on its own; on a phone one is in front. */
export function Workspace({ assignment, stored, type }: WorkspaceProps) {
  const { t } = useTranslation('assignments');
  const { submission } = stored;
  // Steps that the form asks about one by one stand there.
  const isAnswered = answersIn(type, submission.details).size > 0;
  const factsOf = useWorkFacts();
  const work = useDraft(stored, type);
  const [side, setSide] = useState<'brief' | 'work'>('work');
  return (
    <Page title={assignment.job_title} lead={<JobLine assignment={assignment} />} width="board">
      <FactStrip {...factsOf(assignment)} />
      <ExtendSeat assignment={assignment} />
      <ItemNav assignment={assignment} currentId={submission.id} />
      <div role="group" aria-label={t('sides.title')} className="grid grid-cols-2 border-b border-line lg:hidden">
        {(['brief', 'work'] as const).map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={side === value}
            onClick={() => setSide(value)}
            className={cx('-mb-px min-h-12 border-b-2', side === value ? 'border-ink font-strong' : 'border-transparent text-soft')}
          >
            {t(`sides.${value}`)}
          </button>
        ))}
      </div>
      <div className="mt-8 grid gap-x-12 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className={cx('flex flex-col gap-10 lg:sticky lg:top-0 lg:-mt-6 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto lg:py-6 lg:pe-6', side !== 'brief' && 'max-lg:hidden')}>
          {submission.item_id !== null && <ItemAsk submission={submission} />}
          <Panel title={t(submission.item_id === null ? 'brief' : 'plan')}>
            <Brief brief={assignment.terms.brief} steps={isAnswered ? [] : assignment.terms.steps} requirements={assignment.terms.requirements} />
            <KnownIssues jobId={assignment.job_id} />
          </Panel>
          <Panel title={t('app.title')}>
            <AppFacts terms={assignment.terms} />
          </Panel>
          <Panel title={t('timeline')}>
            <AssignmentTimeline assignmentId={assignment.id} />
          </Panel>
        </div>
        <div className={cx('flex min-w-0 flex-col gap-10', side !== 'work' && 'max-lg:hidden')}>
          <SentBack submission={submission} name={assignment.builder_name} />
          <WorkFields control={work.form.control} setValue={work.form.setValue} submission={submission} type={type} />
          <FindingsPanel control={work.form.control} submission={submission} />
          <Meter control={work.form.control} submission={submission} type={type} />
        </div>
      </div>
      <HandInBar assignment={assignment} submission={submission} work={work} onBrief={() => setSide('work')} />
    </Page>
  );
}
