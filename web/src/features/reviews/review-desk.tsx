// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { useToast } from '@/components/toasts';
import type { Schema } from '@/lib/api';
import { useShortcut } from '@/lib/shortcuts';
import { reviewQueueQuery } from '@/shared/reviews-query';
import { SubmissionView } from '@/shared/submission-view';
import { useSeatTurn } from '@/shared/turns';

import { ApproveDialog } from './approve-dialog';
import { AskedFor } from './asked-for';
import { neighbours } from './neighbours';
import { QueueSide } from './queue-side';
import { RejectDialog } from './reject-dialog';
import { useOpened } from './use-opened';
import { Verdict } from './verdict';

type ReviewDeskProps = { submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** Queue at the side, evidence in the middle, what was asked for beside it; one key for each decision. */
export function ReviewDesk({ submission, assignment }: ReviewDeskProps) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const navigate = useNavigate();
  const turnOf = useSeatTurn();
  const { data: queue } = useQuery(reviewQueueQuery());
  const [dialog, setDialog] = useState<'approve' | 'reject' | null>(null);
  const { next, previous } = neighbours(queue?.items ?? [], submission.id);
  const isOpen = submission.state === 'submitted';
  useOpened(submission);

  const go = (item: Schema<'ReviewItem'> | undefined) => item && void navigate(`/submissions/${item.submission_id}/review`);
  useShortcut({ keys: 'j', label: t('keys.next') }, () => go(next));
  useShortcut({ keys: 'k', label: t('keys.previous') }, () => go(previous));
  useShortcut({ keys: 'a', label: t('keys.approve') }, () => isOpen && setDialog('approve'));
  useShortcut({ keys: 'r', label: t('keys.reject') }, () => isOpen && setDialog('reject'));

  const onDecided = (message: string) => {
    setDialog(null);
    toast('done', message);
    void navigate(next ? `/submissions/${next.submission_id}/review` : '/reviews');
  };
  const { until, ...turn } = turnOf({ ...assignment, submissions: [submission] });
  const dialogProps = { submission, assignment, onClose: () => setDialog(null), onDecided };

  return (
    <Page title={t('desk.title', { name: submission.tester_name })} lead={<JobLink submission={submission} />} width="board">
      <FactStrip turn={turn} until={until} money={{ minor: assignment.held_minor || assignment.released_minor, currency: submission.currency, meaning: t(assignment.held_minor > 0 ? 'desk.held' : 'desk.released') }} />
      <div className="mt-8 grid grid-cols-1 gap-x-10 gap-y-10 max-lg:gap-y-0 lg:grid-cols-[13rem_minmax(0,1fr)_18rem]">
        <QueueSide items={queue?.items ?? []} currentId={submission.id} />
        <div className="flex min-w-0 flex-col gap-10 max-lg:order-last max-lg:mt-8">
          {!isOpen && <Verdict submission={submission} assignment={assignment} />}
          <SubmissionView submission={submission} />
        </div>
        <AskedFor submission={submission} assignment={assignment} />
      </div>
      {isOpen && (
        <div className="sticky bottom-0 z-10 -mx-4 mt-10 flex items-center justify-end gap-3 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
          <p className="me-auto text-small text-soft max-md:hidden">{t('desk.hint')}</p>
          <Button kind="danger" onClick={() => setDialog('reject')} className="max-md:flex-1">
            {t('desk.reject')}
          </Button>
          <Button kind="primary" onClick={() => setDialog('approve')} className="max-md:flex-1">
            {t('desk.approve')}
          </Button>
        </div>
      )}
      <ApproveDialog isOpen={dialog === 'approve'} {...dialogProps} />
      <RejectDialog isOpen={dialog === 'reject'} {...dialogProps} />
    </Page>
  );
}

function JobLink({ submission }: Pick<ReviewDeskProps, 'submission'>) {
  return (
    <Link to={`/jobs/${submission.job_id}`} className="link" dir="auto">
      {submission.job_title}
    </Link>
  );
}
