// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Menu } from '@/components/menu';
import type { Job } from '@/shared/jobs-query';

import { useCopyJob } from '../use-copy-job';
import { DeleteDraft } from './delete-draft';
import { EndPlan } from './end-plan';

type PlanMenuProps = { job: Job; underWay: number };

/** What is rarely done to a test plan. */
export function PlanMenu({ job, underWay }: PlanMenuProps) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const copy = useCopyJob();
  const [dialog, setDialog] = useState<'cancel' | 'close' | 'delete' | null>(null);
  const isDraft = job.state === 'draft';
  const isBidding = job.state === 'published' || job.state === 'awarding';
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        label={t('owner.more')}
        trigger={<EllipsisHorizontalIcon className="size-6" />}
        items={[
          ...(isDraft || isBidding ? [{ label: t(isDraft ? 'menu.edit' : 'menu.change'), onSelect: () => void navigate(`/jobs/${job.id}/edit`) }] : []),
          { label: t('menu.copy'), onSelect: () => copy(job.id) },
          ...(isBidding && job.seats_taken > 0 ? [{ label: t('menu.close'), onSelect: () => setDialog('close') }] : []),
          ...(isBidding || job.state === 'in_progress' ? [{ label: t('menu.cancel'), isDanger: true, onSelect: () => setDialog('cancel') }] : []),
          ...(isDraft ? [{ label: t('menu.delete'), isDanger: true, onSelect: () => setDialog('delete') }] : []),
        ]}
      />
      <EndPlan job={job} how={dialog === 'close' ? 'close' : 'cancel'} underWay={underWay} isOpen={dialog === 'cancel' || dialog === 'close'} onClose={close} />
      <DeleteDraft job={job} isOpen={dialog === 'delete'} onClose={close} />
    </>
  );
}
