// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

const reasons = ['rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin', 'returned', 'lapsed', 'bonus_unused', 'partial', 'disputed', 'waived', 'correction'] as const;

/** Why money goes back, in words; a reason that is new here keeps its name. */
export function useRefundReason(): (reason: string) => string {
  const { t } = useTranslation('admin-money');
  return (reason) => {
    const known = reasons.find((name) => name === reason);
    return known ? t(`refund.why.${known}`) : reason.replaceAll('_', ' ');
  };
}
