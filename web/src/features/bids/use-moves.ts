// SPDX-License-Identifier: Apache-2.0
import { api } from '@/lib/api';
import { leaveFor } from '@/lib/leave';
import type { Schema } from '@/lib/api';
import type { Bid } from '@/shared/bids-query';
import { useRefresh } from '@/shared/use-refresh';

/** The moves that need nothing but a click; whatever comes of one, the thread is read again. */
export function useMoves(bid: Bid) {
  const refresh = useRefresh();
  const after = { onSuccess: refresh, onError: refresh };
  const toPayment = {
    onSuccess: async ({ payment }: Schema<'BidFunding'>) => {
      if (payment?.checkout_url) leaveFor(payment.checkout_url);
      else await refresh(); // the page shows that the payment is being made
    },
    onError: refresh,
  };
  const params = { path: { bid_id: bid.id } };
  const submit = api.useMutation('post', '/bids/{bid_id}/submit', after);
  const accept = api.useMutation('post', '/bids/{bid_id}/accept', toPayment);
  const pay = api.useMutation('post', '/bids/{bid_id}/pay', toPayment);
  const confirm = api.useMutation('post', '/bids/{bid_id}/confirm', after);
  const all = [submit, accept, pay, confirm];
  return {
    submit: () => submit.mutate({ params }),
    accept: () => accept.mutate({ params, body: { revision: bid.revision } }),
    pay: () => pay.mutate({ params }),
    confirm: () => confirm.mutate({ params }),
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
  };
}
