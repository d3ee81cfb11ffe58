// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { useRefresh } from '@/shared/use-refresh';

import type { PlanWork } from './use-plan';

/** A published plan changes on demand: bids on it become stale, so this asks before it does. */
export function ChangeBar({ work }: { work: PlanWork }) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const [isAsking, setIsAsking] = useState(false);
  const bids = work.job.bids_open ?? 0;
  const save = async () => {
    const isSaved = await work.save();
    setIsAsking(false);
    if (!isSaved) return;
    work.forget();
    await refresh();
    await navigate(`/jobs/${work.job.id}`);
    toast('done', t('change.done'));
  };
  const { state, refusals } = work;
  const isBusy = state.kind === 'saving' || state.kind === 'waiting';
  return (
    <div className="sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-4">
      {state.kind === 'refused' && (state.problem.errors?.length ?? 0) === 0 && <FailedState error={state.problem} />}
      <Button kind="primary" disabled={!work.hasNews || refusals.length > 0} pending={isBusy} onClick={() => (bids > 0 ? setIsAsking(true) : void save())}>
        {t('change.save')}
      </Button>
      <p className="text-small text-soft">{work.hasNews ? t('change.stale', { count: bids }) : t('change.nothing')}</p>
      <Modal
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('change.title')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('change.back')}</Button>
            <Button kind="primary" pending={isBusy} onClick={() => void save()}>
              {t('change.submit', { count: bids })}
            </Button>
          </>
        }
      >
        <p>{t('change.what', { count: bids })}</p>
      </Modal>
    </div>
  );
}
