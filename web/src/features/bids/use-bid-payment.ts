// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { api, type Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { bidQuery, type Bid } from '@/shared/bids-query';

import { isMoving, paymentLook, returnOf } from './payment-look';

const SOON_MS = 2_000;

const paymentQuery = (paymentId: string) => api.queryOptions('get', '/payments/{payment_id}', { params: { path: { payment_id: paymentId } } });

/** The bid's latest payment and what is to be said about it; asks again while that changes by itself. */
export function useBidPayment(bid: Bid) {
  const [search] = useSearchParams();
  const now = useNow();
  const lookOf = (payment: Schema<'Payment'> | undefined) => paymentLook(bid, payment, returnOf(search), now);
  const { data: payment } = useQuery({
    ...paymentQuery(bid.payment_id ?? ''),
    enabled: bid.payment_id !== null,
    refetchInterval: ({ state }) => isMoving(lookOf(state.data)) && SOON_MS,
  });
  const look = lookOf(payment);
  useQuery({ ...bidQuery(bid.id), refetchInterval: isMoving(look) && SOON_MS });
  return { payment, look };
}
