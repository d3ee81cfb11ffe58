// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';

type Payment = Schema<'Payment'>;

const states: Record<Payment['state'], State> = {
  pending: 'yours',
  succeeded: 'done',
  failed: 'problem',
  cancelled: 'waiting',
  partly_refunded: 'done',
  refunded: 'done',
};

const chargebacks: Record<NonNullable<Payment['chargeback_state']>, State> = { needs_response: 'problem', under_review: 'problem', won: 'done', lost: 'problem' };

/** How a payment stands, and what it waits for when it waits. */
export function PaymentState({ payment: { state, chargeback_state, waits_since } }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  if (state === 'pending' && waits_since !== null) {
    return (
      <span className="flex flex-wrap items-baseline gap-x-3">
        <Badge state="waiting">{t('states.making')}</Badge>
        <span className="text-small text-soft">
          <RelativeTime at={waits_since} />
        </span>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-x-3">
      <Badge state={states[state]}>{t(`states.${state}`)}</Badge>
      {chargeback_state !== null && <Badge state={chargebacks[chargeback_state]}>{t(`chargeback.${chargeback_state}`)}</Badge>}
    </span>
  );
}
