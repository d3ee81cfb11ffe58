// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { hasRole, useSession } from '@/lib/session';
import { disputeQuery, type Dispute } from '@/shared/disputes-query';
import { useDisputeFacts } from '@/shared/dispute-turns';
import { DecideForm } from '@/shared/decide-form';

import { AnswerForm } from './answer-form';
import { CaseFile } from './case-file';
import { Decision } from './decision';
import { Settlement } from './settlement';
import { Stages } from './stages';
import { Words } from './words';

/** One dispute: whose turn it is, what can be done now, what both say, and the file that it is decided by. */
export function DisputePage() {
  const { disputeId = '' } = useParams();
  const query = useQuery(disputeQuery(disputeId));
  return <QueryView query={query}>{(dispute) => <DisputeView key={dispute.id} dispute={dispute} />}</QueryView>;
}

function DisputeView({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { user } = useSession();
  const factsOf = useDisputeFacts();
  const { state, your_side, may_answer, may_propose } = dispute;
  const mayDecide = your_side === null && hasRole(user, 'admin') && (state === 'open' || state === 'answered' || state === 'appealed');
  return (
    <Page title={t('page.title', { title: dispute.item_title ?? dispute.job_title })} lead={<About dispute={dispute} />} width="board">
      <FactStrip {...factsOf(dispute)} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10">
          {dispute.decided_percent !== null && <Decision dispute={dispute} />}
          <Words dispute={dispute} />
          {may_answer && (
            <Panel title={t('answer.title')}>
              <AnswerForm dispute={dispute} />
            </Panel>
          )}
          {(may_propose || dispute.proposals.length > 0) && <Settlement dispute={dispute} />}
          <CaseFile dispute={dispute} isWanted={mayDecide} />
          {mayDecide && (
            <Panel title={t(state === 'appealed' ? 'decide.titleAppeal' : 'decide.title')}>
              <DecideForm dispute={dispute} />
            </Panel>
          )}
        </div>
        <aside>
          <Panel title={t('stages.title')}>
            <Stages dispute={dispute} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

/** What it is about, and the way to the work. */
function About({ dispute: { kind, item_title, job_title, job_id, assignment_id, submission_id, your_side } }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { t: d } = useTranslation('domain');
  const work = your_side === 'tester' ? `/assignments/${assignment_id}?item=${submission_id}` : `/submissions/${submission_id}/review`;
  return (
    <p>
      {d(`disputeKind.${kind}`)}
      {item_title !== null && (
        <>
          {' · '}
          <Link to={`/jobs/${job_id}`} className="link" dir="auto">
            {job_title}
          </Link>
        </>
      )}
      {' · '}
      {your_side === null ? (
        <Link to="/admin/disputes" className="link">
          {t('page.all')}
        </Link>
      ) : (
        <Link to={work} className="link">
          {t('page.work')}
        </Link>
      )}
    </p>
  );
}
