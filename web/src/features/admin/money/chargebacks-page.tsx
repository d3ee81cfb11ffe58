// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { RelativeTime, TimeLeft } from '@/components/time';
import { api } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { AdminList } from '../frame/admin-list';
import { Choice, Filters } from '../frame/filters';
import { useChoice } from '../frame/use-choice';
import { PersonLink } from '../people/user-words';
import { chargebackMarks, chargebackStates, type Chargeback } from './chargeback-words';

/** Payments that a card's holder took back through the bank. */
export function ChargebacksPage() {
  const { t } = useTranslation('admin-money');
  const [state, setState] = useChoice('state', chargebackStates);
  const pages = api.useInfiniteQuery('get', '/admin/chargebacks', { params: { query: state ? { state } : {} } }, byCursor);
  const columns: Column<Chargeback>[] = [
    { key: 'job', header: t('job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'builder', header: t('builder'), isPlain: true, cell: ({ builder_id, builder_name }) => <PersonLink id={builder_id} name={builder_name} /> },
    { key: 'state', header: t('state'), isPlain: true, cell: ({ state: now }) => <Badge state={chargebackMarks[now]}>{t(`chargeback.${now}`)}</Badge> },
    { key: 'due', header: t('chargeback.due'), isFigure: true, isPlain: true, cell: (row) => (row.state === 'needs_response' && row.evidence_due_at ? <TimeLeft at={row.evidence_due_at} /> : <RelativeTime at={row.opened_at} />) },
    { key: 'amount', header: t('amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
  ];
  return (
    <Page title={t('chargeback.title')} lead={t('chargeback.lead')} width="board">
      <Filters>
        <Choice label={t('state')} options={chargebackStates.map((value) => ({ value, label: t(`chargeback.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('chargeback.title')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/chargebacks/${id}`} none={{ title: t('chargeback.none'), why: t('chargeback.noneWhy') }} />
    </Page>
  );
}
