// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import type { Estimate } from '@/shared/pricing-query';

/** On a phone the sum and the way on stay in reach at the bottom, as long as there is something to configure above. */
export function PlanBar({ estimate, action }: { estimate: Estimate | undefined; action: ReactNode }) {
  const { t } = useTranslation('plans');
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-8 flex items-center justify-between gap-4 border-t border-line bg-sheet p-4 md:hidden">
      <p aria-live="polite">
        <span className="block text-note text-soft">{t('side.total')}</span>
        {estimate ? <Money minor={estimate.total_minor} currency={estimate.currency} className="text-lead font-strong" /> : '–'}
      </p>
      {action}
    </div>
  );
}
