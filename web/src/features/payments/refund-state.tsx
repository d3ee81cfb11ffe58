// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

type Refund = Schema<'Refund'>;

const marks: Record<Refund['state'], State> = { pending: 'waiting', processing: 'waiting', completed: 'done', failed: 'problem', reversed: 'problem' };

/** How far a refund is, what it waits for, and what to do when it did not arrive. */
export function RefundState({ refund: { state, waits_for, failure_code, covered_minor, currency } }: { refund: Refund }) {
  const { t } = useTranslation('payments');
  return (
    <span className="flex max-w-form flex-col gap-1">
      <Badge state={marks[state]}>{waits_for === null ? t(`refund.is.${state}`) : t(`refund.waitsFor.${waits_for}`)}</Badge>
      {state === 'failed' && <span className="text-small text-soft">{t('refund.failed', { code: failure_code ?? '' })}</span>}
      {covered_minor > 0 && <span className="text-small text-soft">{t('refund.covered', { amount: money(covered_minor, currency) })}</span>}
    </span>
  );
}
