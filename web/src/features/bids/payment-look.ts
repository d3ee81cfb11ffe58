// SPDX-License-Identifier: Apache-2.0
import type { Schema } from '@/lib/api';
import type { Bid } from '@/shared/bids-query';

type Payment = Pick<Schema<'Payment'>, 'state' | 'expires_at' | 'failure_code' | 'checkout_url'>;

/** What the builder is told about the payment of a bid. */
export type PaymentLook = 'making' | 'open' | 'left' | 'declined' | 'confirming' | 'expired' | 'ended' | 'paid';

/** How the payment provider's page was left, by the address it leads back to. */
export type Return = 'returned' | 'cancelled' | null;

export const returnOf = (search: URLSearchParams): Return => {
  const value = search.get('payment');
  return value === 'returned' || value === 'cancelled' ? value : null;
};

/** Null when there is nothing to tell. The provider's event decides, never the way back from its page. */
export function paymentLook({ state }: Pick<Bid, 'state'>, payment: Payment | undefined, back: Return, now: number): PaymentLook | null {
  if (!payment) return null;
  if (state === 'awaiting_payment') return pendingLook(payment, back, now);
  if (state === 'accepted') return back === 'returned' ? 'paid' : null;
  const isUnpaid = payment.state === 'failed' || payment.state === 'cancelled';
  const mayTryAgain = state === 'submitted' || state === 'countered_by_tester' || state === 'agreed';
  return isUnpaid && mayTryAgain ? 'ended' : null;
}

function pendingLook(payment: Payment, back: Return, now: number): PaymentLook {
  if (payment.state !== 'pending' || back === 'returned') return 'confirming'; // decided, and the bid follows in a moment
  if (Date.parse(payment.expires_at) <= now) return 'expired';
  if (payment.failure_code !== null) return 'declined';
  if (back === 'cancelled') return 'left';
  return payment.checkout_url === null ? 'making' : 'open';
}

/** Looks that change by themselves soon are asked for often. */
export const isMoving = (look: PaymentLook | null): boolean => look === 'making' || look === 'confirming' || look === 'expired';

const reasons = ['card_declined', 'insufficient_funds', 'expired_card', 'incorrect_cvc', 'payment_intent_authentication_failure'] as const;

export const declineReason = (code: string | null): (typeof reasons)[number] | 'other' => reasons.find((known) => known === code) ?? 'other';
