// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Disclosure } from '@/components/disclosure';
import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { Brief } from '@/shared/brief';
import type { Assignment } from '@/shared/assignments-query';
import { InfoRound } from '@/shared/info-round';
import { SubmissionView } from '@/shared/submission-view';
import { Prose } from '@/shared/prose';
import { useWorkFacts } from '@/shared/tester-turns';

import { AppFacts } from './app-facts';
import { AssignmentTimeline } from './assignment-timeline';
import { ItemAsk } from './item-ask';
import { ItemNav } from './item-nav';
import { JobLine } from './job-line';
import { Outcome } from './outcome';

type HandedInProps = { assignment: Assignment; submission: Schema<'Submission'> | undefined };

/** A seat that is not at work any more: what became of it, what was handed in, and what happened. */
export function HandedIn({ assignment, submission }: HandedInProps) {
  const { t } = useTranslation('assignments');
  const factsOf = useWorkFacts();
  const wasHandedIn = submission?.submitted_at !== null && submission !== undefined;
  return (
    <Page title={assignment.job_title} lead={<JobLine assignment={assignment} />} width="board">
      <FactStrip {...factsOf(assignment)} />
      {submission && <ItemNav assignment={assignment} currentId={submission.id} />}
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10">
          {wasHandedIn ? (
            <>
              <Outcome assignment={assignment} submission={submission} />
              {submission.state !== 'needs_info' && <InfoRound submission={submission} asker={assignment.builder_name} />}
              <SubmissionView id={submission.id} submission={submission} />
            </>
          ) : (
            <div className="flex flex-col items-start gap-4">
              <Ending assignment={assignment} submission={submission} />
              {assignment.state !== 'active' && (
                <LinkButton to="/jobs" kind="primary">
                  {t('ended.toJobs')}
                </LinkButton>
              )}
            </div>
          )}
        </div>
        <aside className="flex flex-col gap-10">
          <Panel title={t('timeline')}>
            <AssignmentTimeline key={`${assignment.state}-${submission?.state}`} assignmentId={assignment.id} />
          </Panel>
          <Disclosure title={<h2 className="text-lead">{t('asked')}</h2>}>
            <div className="flex flex-col gap-6">
              {submission?.item_id && <ItemAsk submission={submission} />}
              <AppFacts terms={assignment.terms} />
              <Brief brief={assignment.terms.brief} steps={assignment.terms.steps} requirements={assignment.terms.requirements} />
            </div>
          </Disclosure>
        </aside>
      </div>
    </Page>
  );
}

/** Nothing was handed in: why not, and what that means for the money. */
function Ending({ assignment, submission }: HandedInProps) {
  const { t } = useTranslation('assignments');
  const { state, released_minor, currency, builder_name: name } = assignment;
  const amount = money(submission?.paid_minor ?? released_minor, currency);
  if (state === 'cancelled') {
    return (
      <>
        <p>{t(released_minor > 0 ? 'ended.cancelledPaid' : 'ended.cancelled', { name, amount: money(released_minor, currency) })}</p>
        {submission?.comment && <Prose text={submission.comment} />}
      </>
    );
  }
  if (submission?.state === 'waived') {
    return (
      <>
        <p>{t('ended.waived', { name, amount })}</p>
        {submission.comment && <Prose text={submission.comment} />}
      </>
    );
  }
  if (submission?.item_id) return <p>{t('ended.item')}</p>;
  return <p>{t(state === 'lapsed' ? 'ended.lapsed' : 'ended.returned')}</p>;
}
