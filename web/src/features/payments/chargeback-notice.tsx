// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

type Payment = Schema<'Payment'>;

const isOpen = ({ chargeback_state: state }: Payment): boolean => state === 'needs_response' || state === 'under_review';

/** A payment that was taken back through the bank makes the builder's money stand still: why, and what to do. */
export function ChargebackNotice({ payments }: { payments: readonly Payment[] }) {
  const { t } = useTranslation('payments');
  const open = payments.filter(isOpen);
  if (open.length === 0) return null;
  return (
    <Card className="mb-8 flex flex-col gap-2">
      <Badge state="problem">{t('frozen.title')}</Badge>
      {open.map(({ id, job_title, amount_minor, currency }) => (
        <p key={id}>{t('frozen.what', { amount: money(amount_minor, currency), title: job_title })}</p>
      ))}
      <p className="text-small text-soft">{t('frozen.then')}</p>
    </Card>
  );
}
