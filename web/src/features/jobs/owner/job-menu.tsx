// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Menu } from '@/components/menu';
import { isUnpaid } from '@/shared/turns';
import type { SimpleJob } from '@/shared/jobs-query';

import { useCopyJob } from '../use-copy-job';
import { CancelJob } from './cancel-job';
import { DeleteDraft } from './delete-draft';

type JobMenuProps = { job: SimpleJob; underWay: number };

/** What is rarely done to a job. */
export function JobMenu({ job, underWay }: JobMenuProps) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const copy = useCopyJob();
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
          { label: t('menu.copy'), onSelect: () => copy(job.id) },
          ...(mayCancel ? [{ label: t('menu.cancel'), isDanger: true, onSelect: () => setDialog('cancel') }] : []),
          ...(isDraft ? [{ label: t('menu.delete'), isDanger: true, onSelect: () => setDialog('delete') }] : []),
        ]}
      />
      <CancelJob job={job} underWay={underWay} isUnpaid={isUnpaid(job.state)} isOpen={dialog === 'cancel'} onClose={close} />
      <DeleteDraft job={job} isOpen={dialog === 'delete'} onClose={close} />
    </>
  );
}
