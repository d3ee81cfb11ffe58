// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

type Payout = Schema<'Payout'>;

const marks: Record<Payout['state'], State> = { pending: 'waiting', processing: 'waiting', completed: 'done', failed: 'problem', reversed: 'problem' };

const failures = ['account_invalid', 'insufficient_capabilities_for_transfer', 'transfers_not_allowed', 'balance_insufficient', 'amount_too_small'] as const;

/** How far a payout is; what it waits for and since when; or why it failed, and what to do. */
export function PayoutState({ payout }: { payout: Payout }) {
  const { t } = useTranslation('earnings');
  const { state, reversed_minor, currency } = payout;
  if (state === 'pending' && payout.waits_for !== null) return <Waiting payout={payout} />;
  return (
    <span className="flex max-w-form flex-col gap-1">
      <Badge state={marks[state]}>{t(`payouts.is.${state}`)}</Badge>
      {state === 'failed' && payout.failure_code !== null && <FailureText code={payout.failure_code} />}
      {reversed_minor > 0 && <span className="text-small text-soft">{t('payouts.takenBack', { amount: money(reversed_minor, currency) })}</span>}
    </span>
  );
}

function FailureText({ code }: { code: string }) {
  const { t } = useTranslation('earnings');
  const known = failures.find((failure) => failure === code) ?? 'other';
  return <span className="text-small text-soft">{t(`payouts.failure.${known}`, { code })}</span>;
}

function Waiting({ payout: { waits_for, waits_since, threshold_minor, currency } }: { payout: Payout }) {
  const { t } = useTranslation('earnings');
  if (waits_for === null) return null;
  return (
    <span className="flex max-w-form flex-col gap-1">
      <Badge state={waits_for === 'account' ? 'yours' : 'waiting'}>{t(`payouts.waitsFor.${waits_for}`, { amount: threshold_minor === null ? '' : money(threshold_minor, currency) })}</Badge>
      <span className="text-small text-soft">
        {waits_for !== 'threshold' && t(`payouts.whatToDo.${waits_for}`)}{' '}
        {waits_since !== null && (
          <>
            {t('payouts.since')} <RelativeTime at={waits_since} />
          </>
        )}
      </span>
    </span>
  );
}
