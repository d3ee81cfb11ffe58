// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Menu } from '@/components/menu';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { isUnpaid } from '@/shared/turns';
import type { Job } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { CancelJob } from './cancel-job';
import { DeleteDraft } from './delete-draft';

type JobMenuProps = { job: Job; underWay: number };

/** What is rarely done to a job. */
export function JobMenu({ job, underWay }: JobMenuProps) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const copy = useCopy(job);
  const [dialog, setDialog] = useState<'cancel' | 'delete' | null>(null);
  const isDraft = job.state === 'draft';
  const mayCancel = job.state === 'open' || job.state === 'filled' || job.state === 'pending_payment';
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        label={t('owner.more')}
        trigger={<EllipsisHorizontalIcon className="size-6" />}
        items={[
          ...(isDraft ? [{ label: t('menu.edit'), onSelect: () => void navigate(`/jobs/${job.id}/edit`) }] : []),
          { label: t('menu.copy'), onSelect: copy },
          ...(mayCancel ? [{ label: t('menu.cancel'), isDanger: true, onSelect: () => setDialog('cancel') }] : []),
          ...(isDraft ? [{ label: t('menu.delete'), isDanger: true, onSelect: () => setDialog('delete') }] : []),
        ]}
      />
      <CancelJob job={job} underWay={underWay} isUnpaid={isUnpaid(job.state)} isOpen={dialog === 'cancel'} onClose={close} />
      <DeleteDraft job={job} isOpen={dialog === 'delete'} onClose={close} />
    </>
  );
}

/** The same job once more, as a draft. Its deadline lies in its own time and is left out. */
function useCopy(job: Job): () => void {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const create = api.useMutation('post', '/jobs', {
    onSuccess: async ({ id }) => {
      await refresh();
      await navigate(`/jobs/${id}/edit`);
      toast('done', t('menu.copied'));
    },
    onError: (problem) => toast('problem', problemText(toProblem(problem))),
  });
  const { project_id, title, brief, service_type, reward_minor, currency, seats, requirements, claim_hours, review_days, on_rejection } = job;
  const steps = job.steps.map(({ text, expected }) => ({ text, expected: expected ?? '' }));
  return () =>
    create.mutate({
      body: { kind: 'simple', project_id, title, brief, service_type, reward_minor, currency, seats, requirements, steps, claim_hours, review_days, on_rejection },
    });
}
