// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { Disclosure } from '@/components/disclosure';
import type { Schema } from '@/lib/api';
import { useSession } from '@/lib/session';
import { EnvironmentView } from '@/shared/environment-view';
import { FindingBody } from '@/shared/findings/finding-body';
import { Severity } from '@/shared/findings/severity';
import { assignmentQuery, submissionQuery } from '@/shared/reviews-query';

import { Duplicates } from './duplicates';
import { FindingTimeline } from './finding-timeline';
import { findingQuery } from './findings-query';
import { FixFlow } from './fix-flow';
import { useFindingTurn, type Side } from './turn';
import { Withdraw } from './withdraw';

/** One finding: what it says, what shows it, what became of it, and what moves it on. */
export function FindingPage() {
  const { findingId = '' } = useParams();
  const { user } = useSession();
  const finding = useQuery(findingQuery(findingId));
  const submission = useQuery({ ...submissionQuery(finding.data?.submission_id ?? ''), enabled: finding.data !== undefined });
  const assignment = useQuery({ ...assignmentQuery(submission.data?.assignment_id ?? ''), enabled: submission.data !== undefined });
  return (
    <QueryView query={finding}>
      {(found) => (
        <QueryView query={submission}>
          {(work) => (
            <QueryView query={assignment}>{({ tester_id }) => <FindingSheet finding={found} work={work} side={tester_id === user?.id ? 'tester' : 'builder'} />}</QueryView>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

export type FindingSheetProps = { finding: Schema<'Finding'>; work: Schema<'Submission'>; side: Side };

function FindingSheet({ finding, work, side }: FindingSheetProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const turn = useFindingTurn()(finding, side);
  return (
    <Page title={finding.title} lead={<Source finding={finding} work={work} side={side} />} width="board">
      <FactStrip turn={turn} />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-8">
          {side === 'builder' ? <FixFlow finding={finding} work={work} /> : <Withdraw finding={finding} work={work} />}
          <Panel title={t('page.report')}>
            <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
              <Severity severity={finding.severity_final ?? finding.severity} />
              {d(`findingKind.${finding.kind}`)} · {d(`reproducibility.${finding.reproducibility}`)}
            </p>
            <FindingBody finding={finding} />
          </Panel>
          {side === 'builder' && finding.duplicate_of === null && <Duplicates findingId={finding.id} jobId={work.job_id} />}
        </div>
        <aside className="flex flex-col gap-10">
          <Panel title={t('page.timeline')}>
            <FindingTimeline finding={finding} work={work} side={side} />
          </Panel>
          {!finding.environment && (
            <Disclosure title={<h2 className="text-lead">{d('submission.environment')}</h2>}>
              <EnvironmentView environment={work.environment} />
            </Disclosure>
          )}
        </aside>
      </div>
    </Page>
  );
}

/** Where it comes from: the work that it is part of. */
function Source({ finding, work, side }: FindingSheetProps) {
  const { t } = useTranslation('findings');
  const to = side === 'tester' ? `/assignments/${work.assignment_id}` : `/submissions/${work.id}/review#finding-${finding.id}`;
  return (
    <p className="flex flex-wrap gap-x-2">
      {side === 'builder' && <span>{t('page.by', { name: work.tester_name })}</span>}
      <Link to={to} className="link" dir="auto">
        {work.job_title}
      </Link>
    </p>
  );
}
