// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { Page } from '@/components/page';
import { Tabs } from '@/components/tabs';
import { oneOf, withParams } from '@/lib/search-params';

import { BillingPortal } from './billing-portal';
import { PaymentList } from './payment-list';
import { RefundList } from './refund-list';

const views = ['paid', 'refunded'] as const;

/** All that the builder paid, or set out to pay, newest first; and what came back of it. */
export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const [search, setSearch] = useSearchParams();
  const view = oneOf(views, search.get('view')) ?? 'paid';
  return (
    <Page title={t('title')} lead={t('lead')} width="board" action={<BillingPortal />}>
      <Tabs label={t('tabs.label')} tabs={views.map((value) => ({ value, label: t(`tabs.${value}`) }))} value={view} onChange={(next) => setSearch(withParams(search, { view: next === 'paid' ? null : next }), { replace: true })}>
        {view === 'paid' ? <PaymentList /> : <RefundList />}
      </Tabs>
    </Page>
  );
}
