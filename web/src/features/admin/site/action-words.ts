// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

const kinds = [
  'suspendUser', 'reinstateUser', 'freezeUser', 'unfreezeUser', 'setUserRoles', 'eraseUserFiles', 'removeFile', 'removeJob', 'decideDispute', 'retryPayout', 'reversePayout', 'retryRefund', 'refundSubmission', 'submitChargeback',
  'reconcileNow', 'taxReport', 'setMarket', 'setPrice', 'endPrice', 'redriveJob', 'redriveKind', 'runSchedule',
] as const;

/** What an intervention can be about, as the API names it. */
export const things = ['account', 'file', 'job', 'submission', 'dispute', 'payout', 'refund', 'chargeback', 'reconciliation', 'tax_report', 'market', 'price', 'queue_job', 'queue_kind', 'schedule'] as const;

/** What was done, and to what kind of thing, in words; what is new here keeps its name. */
export function useActionWords(): { done: (kind: string) => string; thing: (entity: string) => string } {
  const { t } = useTranslation('admin');
  return {
    done: (kind) => {
      const known = kinds.find((name) => name === kind);
      return known ? t(`audit.did.${known}`) : kind;
    },
    thing: (entity) => {
      const known = things.find((name) => name === entity);
      return known ? t(`audit.thing.${known}`) : entity.replaceAll('_', ' ');
    },
  };
}
