// SPDX-License-Identifier: Apache-2.0
import type { Schema } from '@/lib/api';
import type { Job } from '@/shared/jobs-query';

type Payment = Schema<'Payment'>;

/** What the builder is told about the payment of a job. */
export type PaymentLook = 'making' | 'open' | 'left' | 'declined' | 'confirming' | 'expired' | 'ended' | 'paid';

/** How the payment provider's page was left, by the address it leads back to. */
export type Return = 'returned' | 'cancelled' | null;

export const returnOf = (search: URLSearchParams): Return => {
  const value = search.get('payment');
  return value === 'returned' || value === 'cancelled' ? value : null;
};

/** Null when there is nothing to tell. The provider's event decides, never the way back from its page. */
export function paymentLook(job: Pick<Job, 'state'>, payment: Payment | undefined, back: Return, now: number): PaymentLook | null {
  if (!payment) return null;
  if (job.state === 'pending_payment') return pendingLook(payment, back, now);
  if (job.state === 'draft') return payment.state === 'failed' || payment.state === 'cancelled' ? 'ended' : null;
  const isTaking = job.state === 'open' || job.state === 'filled';
  return isTaking && back === 'returned' && payment.succeeded_at !== null ? 'paid' : null;
}

function pendingLook(payment: Payment, back: Return, now: number): PaymentLook {
  if (payment.state !== 'pending') return 'confirming'; // decided, and the job follows in a moment
  if (back === 'returned') return 'confirming'; // the provider leads back this way only after a payment
  if (Date.parse(payment.expires_at) <= now) return 'expired';
  if (payment.failure_code !== null) return 'declined';
  if (back === 'cancelled') return 'left';
  return payment.checkout_url === null ? 'making' : 'open';
}

/** Looks that change by themselves soon are asked for often. */
export const isMoving = (look: PaymentLook | null): boolean => look === 'making' || look === 'confirming' || look === 'expired';

const reasons = ['card_declined', 'insufficient_funds', 'expired_card', 'incorrect_cvc', 'payment_intent_authentication_failure'] as const;
export type DeclineReason = (typeof reasons)[number] | 'other';

export const declineReason = (code: string | null): DeclineReason => reasons.find((known) => known === code) ?? 'other';
