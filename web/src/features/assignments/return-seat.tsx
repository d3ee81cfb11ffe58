// SPDX-License-Identifier: Apache-2.0
import { ArrowUturnLeftIcon, EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Menu } from '@/components/menu';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import type { Assignment } from '@/shared/assignments-query';
import { useRefresh } from '@/shared/use-refresh';

type ReturnSeatProps = { assignment: Assignment; onReturned: () => void };

/** The quiet menu of a seat: giving it back. */
export function ReturnSeat({ assignment, onReturned }: ReturnSeatProps) {
  const { t } = useTranslation('assignments');
  const [isOpen, setIsOpen] = useState(false);
  const toast = useToast();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const giveBack = api.useMutation('post', '/assignments/{assignment_id}/return', {
    onSuccess: async () => {
      onReturned();
      void navigate('/board?as=tester');
      await refresh();
      toast('done', t('return.done'));
    },
  });
  return (
    <>
      <Menu
        label={t('return.menu')}
        side="above"
        trigger={<EllipsisHorizontalIcon className="size-6" />}
        items={[{ label: t('return.action'), icon: <ArrowUturnLeftIcon className="size-5" />, onSelect: () => setIsOpen(true) }]}
      />
      <Modal
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('return.title')}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>{t('return.keep')}</Button>
            <Button kind="danger" pending={giveBack.isPending} onClick={() => giveBack.mutate({ params: { path: { assignment_id: assignment.id } } })}>
              {t('return.action')}
            </Button>
          </>
        }
      >
        {giveBack.error && <FailedState error={giveBack.error} />}
        <p>{t('return.what')}</p>
      </Modal>
    </>
  );
}
