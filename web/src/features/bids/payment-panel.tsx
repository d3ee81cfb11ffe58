// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { StateMark, type State } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { leaveFor } from '@/lib/leave';
import type { Bid } from '@/shared/bids-query';
import { useRefresh } from '@/shared/use-refresh';

import { declineReason, type PaymentLook } from './payment-look';

type Payment = Schema<'Payment'>;

const states: Record<PaymentLook, State> = {
  making: 'waiting',
  confirming: 'waiting',
  open: 'yours',
  left: 'yours',
  declined: 'problem',
  expired: 'problem',
  ended: 'problem',
  paid: 'done',
};

type PaymentPanelProps = { bid: Bid; payment: Payment; look: PaymentLook };

/** How the payment of an accepted offer stands, in words, and what can be done about it. */
export function PaymentPanel({ bid, payment, look }: PaymentPanelProps) {
  const { t } = useTranslation('bids');
  const isPayable = look === 'open' || look === 'left' || look === 'declined';
  const isDeclined = look === 'declined' || (look === 'ended' && payment.failure_code !== null);
  const amount = money(payment.amount_minor, payment.currency);
  return (
    <Card>
      <div role="status" className="flex items-start gap-3">
        <StateMark state={states[look]} className="mt-1.5" />
        <div className="flex flex-col gap-1">
          <h2 className="text-lead font-strong">{t(`pay.${look}.title`, { amount, name: bid.tester_name })}</h2>
          {isDeclined && <p>{t(`pay.declinedWhy.${declineReason(payment.failure_code)}`)}</p>}
          {look !== 'declined' && <p className="max-w-reading text-soft">{t(`pay.${look}.text`, { amount, name: bid.tester_name })}</p>}
          {isPayable && (
            <p className="text-small text-soft">
              {t('pay.until')} <TimeLeft at={payment.expires_at} />
            </p>
          )}
        </div>
      </div>
      {isPayable && <PayActions payment={payment} />}
      {payment.receipt_url && look === 'paid' && (
        <a href={payment.receipt_url} target="_blank" rel="noopener noreferrer" className="link ms-7 inline-flex min-h-11 items-center">
          {t('pay.receipt')}
        </a>
      )}
    </Card>
  );
}

/** Go and pay; or close the payment page, which puts the offer back to where it was. */
function PayActions({ payment }: { payment: Payment }) {
  const { t } = useTranslation('bids');
  const refresh = useRefresh();
  const close = api.useMutation('post', '/payments/{payment_id}/cancel', { onSuccess: refresh });
  const { checkout_url: url } = payment;
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-3 ps-7 max-md:flex-col max-md:ps-0">
        {url && (
          <Button kind="primary" onClick={() => leaveFor(url)}>
            {t('pay.pay', { amount: money(payment.amount_minor, payment.currency) })}
          </Button>
        )}
        <Button pending={close.isPending} onClick={() => close.mutate({ params: { path: { payment_id: payment.id } } })}>
          {t('pay.close')}
        </Button>
      </div>
      {close.isError && <FailedState error={close.error} />}
    </>
  );
}
