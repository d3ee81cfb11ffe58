// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { money } from '@/lib/format';
import type { Bid } from '@/shared/bids-query';
import { useRefresh } from '@/shared/use-refresh';

import { lastOf } from './offer';

type EndDialogProps = { bid: Bid; kind: 'withdraw' | 'decline'; isOpen: boolean; onClose: () => void };

/** The tester ends the thread, or says no to a counter-offer, which puts their own last figures back. */
export function EndDialog({ bid, kind, isOpen, onClose }: EndDialogProps) {
  const { t } = useTranslation('bids');
  const refresh = useRefresh();
  const toast = useToast();
  const outcome = {
    onSuccess: async () => {
      await refresh();
      onClose();
      toast('done', t(`end.${kind}.done`));
    },
  };
  const withdraw = api.useMutation('post', '/bids/{bid_id}/withdraw', outcome);
  const decline = api.useMutation('post', '/bids/{bid_id}/decline-counter', outcome);
  const mutation = kind === 'withdraw' ? withdraw : decline;
  const own = lastOf(bid, 'tester');
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t(`end.${kind}.title`)}
      actions={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button kind={kind === 'withdraw' ? 'danger' : 'primary'} pending={mutation.isPending} onClick={() => mutation.mutate({ params: { path: { bid_id: bid.id } } })}>
            {t(`end.${kind}.submit`)}
          </Button>
        </>
      }
    >
      {mutation.error && <FailedState error={mutation.error} />}
      <p>{t(`end.${kind}.what`, { name: bid.builder_name, amount: own ? money(own.total_minor, bid.currency) : '' })}</p>
    </Modal>
  );
}
