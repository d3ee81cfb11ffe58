// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { StateMark, type State } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { leaveFor } from '@/lib/leave';
import type { SimpleJob } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { usePublish } from '../use-publish';
import { declineReason, type PaymentLook } from './payment-look';

type Payment = Schema<'Payment'>;

const states: Record<PaymentLook, State> = {
  making: 'waiting',
  confirming: 'waiting',
  open: 'yours',
  left: 'yours',
  declined: 'problem',
  expired: 'problem',
  ended: 'yours',
  paid: 'done',
};

type PaymentPanelProps = { job: SimpleJob; payment: Payment; look: PaymentLook };

/** How the payment of a job stands, in words, and what can be done about it. */
export function PaymentPanel({ job, payment, look }: PaymentPanelProps) {
  const { t } = useTranslation('jobs');
  const isPayable = look === 'open' || look === 'left' || look === 'declined';
  return (
    <Card>
      <div role="status" className="flex items-start gap-3">
        <StateMark state={states[look]} className="mt-1.5" />
        <div className="flex flex-col gap-1">
          <h2 className="text-lead font-strong">{t(`pay.${look}.title`)}</h2>
          <p className="max-w-reading text-soft">
            <PaymentText payment={payment} look={look} />
          </p>
          {isPayable && (
            <p className="text-small text-soft">
              {t('pay.until')} <TimeLeft at={payment.expires_at} />
            </p>
          )}
        </div>
      </div>
      {isPayable && <PayActions job={job} payment={payment} />}
      {look === 'ended' && <PublishAgain job={job} />}
      {look === 'paid' && payment.receipt_url && (
        <p className="mt-2 ps-7">
          <a href={payment.receipt_url} target="_blank" rel="noopener noreferrer" className="link inline-flex min-h-11 items-center">
            {t('pay.receipt')}
          </a>
        </p>
      )}
    </Card>
  );
}

function PaymentText({ payment, look }: Omit<PaymentPanelProps, 'job'>) {
  const { t } = useTranslation('jobs');
  if (look === 'declined') return t(`pay.declinedWhy.${declineReason(payment.failure_code)}`);
  if (look === 'paid') return t('pay.paid.text', { amount: money(payment.amount_minor, payment.currency) });
  return t(`pay.${look}.text`);
}

function Actions({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap gap-3 ps-7 max-md:flex-col max-md:ps-0">{children}</div>;
}

/** Go and pay; or close the payment page, which makes the job a draft that can be changed. */
function PayActions({ job, payment }: { job: SimpleJob; payment: Payment }) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const close = api.useMutation('post', '/payments/{payment_id}/cancel', {
    onSuccess: async () => {
      await refresh();
      await navigate(`/jobs/${job.id}/edit`);
    },
  });
  const { checkout_url: url } = payment;
  return (
    <>
      <Actions>
        {url && (
          <Button kind="primary" onClick={() => leaveFor(url)}>
            {t('pay.pay', { total: money(payment.amount_minor, payment.currency) })}
          </Button>
        )}
        <Button pending={close.isPending} onClick={() => close.mutate({ params: { path: { payment_id: payment.id } } })}>
          {t('pay.change')}
        </Button>
      </Actions>
      {close.isError && <FailedState error={close.error} />}
    </>
  );
}

function PublishAgain({ job }: { job: SimpleJob }) {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const publish = usePublish(job.id);
  return (
    <>
      <Actions>
        <Button kind="primary" pending={publish.isPending} onClick={publish.start}>
          {t('pay.again', { total: money(job.total_minor, job.currency) })}
        </Button>
        <Button onClick={() => void navigate(`/jobs/${job.id}/edit`)}>{t('pay.change')}</Button>
      </Actions>
      {publish.isError && <FailedState error={publish.error} />}
    </>
  );
}
