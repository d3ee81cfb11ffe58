// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { useToast } from '@/components/toasts';
import type { Schema } from '@/lib/api';
import { useShortcut } from '@/lib/shortcuts';
import { InfoRound } from '@/shared/info-round';
import { reviewQueueQuery } from '@/shared/reviews-query';
import { hasFiles, SubmissionFiles, SubmissionView } from '@/shared/submission-view';
import { useItemTurn } from '@/shared/turns';

import { ApproveDialog } from './approve-dialog';
import { AskDialog } from './ask-dialog';
import { AskedFor } from './asked-for';
import { ChangesDialog } from './changes-dialog';
import { ConductDialog } from './conduct-dialog';
import { DecisionBar, type Decision } from './decision-bar';
import { ItemTabs } from './item-tabs';
import { Judge } from './judge';
import { nextWaiting, neighbours } from './neighbours';
import { PartialDialog } from './partial-dialog';
import { QueueSide } from './queue-side';
import { RejectDialog } from './reject-dialog';
import { useFindingKeys } from './use-finding-keys';
import { useOpened } from './use-opened';
import { Verdict } from './verdict';

type ReviewDeskProps = { submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** Queue at the side, the text in the middle, what shows it and what was asked for beside it; one key for each decision. */
export function ReviewDesk({ submission, assignment }: ReviewDeskProps) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const navigate = useNavigate();
  const { data: queue } = useQuery(reviewQueueQuery());
  const [dialog, setDialog] = useState<Decision | null>(null);
  const items = queue?.items ?? [];
  const { next, previous } = neighbours(items, submission.id);
  const isOpen = submission.state === 'submitted';
  const isSeen = hasFiles(submission);
  const mayChange = isOpen && submission.changes_left > 0;
  const mayAsk = isOpen && submission.info_rounds_left > 0;
  useOpened(submission);

  const go = (item: { submission_id: string } | undefined) => item && void navigate(`/submissions/${item.submission_id}/review`);
  useShortcut({ keys: 'j', label: t('keys.next') }, () => go(next));
  useShortcut({ keys: 'k', label: t('keys.previous') }, () => go(previous));
  useShortcut({ keys: 'a', label: t('keys.approve') }, () => isOpen && setDialog('approve'));
  useShortcut({ keys: 'c', label: t('keys.changes') }, () => mayChange && setDialog('changes'));
  useShortcut({ keys: 'i', label: t('keys.ask') }, () => mayAsk && setDialog('ask'));
  useShortcut({ keys: 'p', label: t('keys.partial') }, () => isOpen && setDialog('partial'));
  useShortcut({ keys: 'r', label: t('keys.reject') }, () => isOpen && setDialog('reject'));
  useFindingKeys(isOpen ? submission.findings : []);

  const onDecided = (message: string) => {
    setDialog(null);
    toast('done', message);
    const onward = nextWaiting(items, submission, assignment.id);
    void navigate(onward ? `/submissions/${onward.submission_id}/review` : '/reviews');
  };
  const close = () => setDialog(null);
  const dialogProps = { submission, assignment, onClose: close, onDecided };

  return (
    <Page title={t('desk.title', { name: submission.tester_name })} lead={<JobLink submission={submission} />} width="board">
      <Facts submission={submission} assignment={assignment} />
      <ItemTabs assignment={assignment} currentId={submission.id} />
      <div className={`mt-8 grid grid-cols-1 gap-x-10 gap-y-10 max-lg:gap-y-0 ${isSeen ? 'lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]' : 'lg:grid-cols-[13rem_minmax(0,1fr)_18rem]'}`}>
        <QueueSide items={items} currentId={submission.id} />
        <div className="flex min-w-0 flex-col gap-10 max-lg:order-last max-lg:mt-8">
          {!isOpen && <Verdict submission={submission} assignment={assignment} />}
          <InfoRound submission={submission} asker={t('desk.you')} />
          <SubmissionView id={submission.id} submission={submission} hasFilesElsewhere {...(isOpen && { judge: (finding) => <Judge key={finding.id} finding={finding} submission={submission} /> })} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:order-last">
          <AskedFor submission={submission} assignment={assignment} isFolded={isSeen} />
          {isSeen && (
            <div className="lg:sticky lg:top-6">
              <SubmissionFiles submissionId={submission.id} />
            </div>
          )}
        </div>
      </div>
      {isOpen && <DecisionBar submission={submission} onDecide={setDialog} />}
      <ApproveDialog isOpen={dialog === 'approve'} {...dialogProps} />
      <PartialDialog isOpen={dialog === 'partial'} {...dialogProps} />
      <AskDialog isOpen={dialog === 'ask'} {...dialogProps} />
      <ChangesDialog isOpen={dialog === 'changes'} {...dialogProps} />
      <RejectDialog isOpen={dialog === 'reject'} {...dialogProps} />
      <ConductDialog isOpen={dialog === 'conduct'} submission={submission} assignment={assignment} onClose={close} />
    </Page>
  );
}

/** The three facts of this piece of work: its own clock, and its own money when the seat has several. */
function Facts({ submission, assignment }: ReviewDeskProps) {
  const { t } = useTranslation('reviews');
  const { until, ...turn } = useItemTurn()(submission);
  const { currency, reward_minor, bonus_cap_minor, paid_minor, item_id, state } = submission;
  if (item_id === null) {
    return <FactStrip turn={turn} until={until} money={{ minor: assignment.held_minor || assignment.released_minor, currency, meaning: t(assignment.held_minor > 0 ? 'desk.held' : 'desk.released') }} />;
  }
  const isPaid = paid_minor !== null && state !== 'disputed';
  return <FactStrip turn={turn} until={until} money={{ minor: isPaid ? (paid_minor ?? reward_minor) : reward_minor + bonus_cap_minor, currency, meaning: t(isPaid ? 'desk.released' : 'desk.heldItem') }} />;
}

function JobLink({ submission }: Pick<ReviewDeskProps, 'submission'>) {
  return (
    <p>
      {submission.item_id !== null && <span dir="auto">{submission.title} · </span>}
      <Link to={`/jobs/${submission.job_id}`} className="link" dir="auto">
        {submission.job_title}
      </Link>
    </p>
  );
}
