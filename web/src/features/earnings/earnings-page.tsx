// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { OpenDisputes } from '@/shared/open-disputes';

import { EarningsFigures } from './earnings-figures';
import { PayoutAccount } from './payout-account';
import { PayoutList } from './payout-list';

/** What is held, on its way and paid, where it goes to, and each payout. */
export function EarningsPage() {
  const { t } = useTranslation('earnings');
  return (
    <Page title={t('title')} lead={t('lead')} width="board">
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_var(--container-side)]">
        <div className="flex min-w-0 flex-col gap-10 max-lg:order-last">
          <EarningsFigures />
          <OpenDisputes side="tester" />
          <Panel title={t('payouts.title')}>
            <PayoutList />
          </Panel>
        </div>
        <aside>
          <PayoutAccount />
        </aside>
      </div>
    </Page>
  );
}
