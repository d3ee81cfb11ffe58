// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime, TimeLeft } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { AdminList } from '../frame/admin-list';
import { Choice, Filters } from '../frame/filters';
import { useChoice } from '../frame/use-choice';
import { RefundHeld } from '../money/refund-acts';

type Dispute = Schema<'DisputeItem'>;

const states = ['open', 'answered', 'decided', 'appealed', 'closed'] as const satisfies readonly Dispute['state'][];

/** Whose turn it is, as an administrator sees it. */
const marks: Record<Dispute['state'], State> = { open: 'theirs', answered: 'yours', decided: 'waiting', appealed: 'yours', closed: 'done' };

/** Disputes with what is due; each is decided on its own page, beside its case file. */
export function DisputesPage() {
  const { t } = useTranslation('admin');
  const [state, setState] = useChoice('state', states);
  const pages = api.useInfiniteQuery('get', '/admin/disputes', { params: { query: state ? { state } : {} } }, byCursor);
  const columns: Column<Dispute>[] = [
    { key: 'job', header: t('disputes.job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'kind', header: t('disputes.kind'), isPlain: true, cell: ({ kind }) => t(`disputes.about.${kind}`) },
    { key: 'state', header: t('disputes.state'), isPlain: true, cell: (dispute) => <Badge state={marks[dispute.state]}>{t(`disputes.is.${dispute.state}`)}</Badge> },
    { key: 'between', header: t('disputes.between'), isPlain: true, cell: ({ builder_name, tester_name }) => <span dir="auto">{t('disputes.parties', { builder: builder_name, tester: tester_name })}</span> },
    { key: 'due', header: t('disputes.due'), isFigure: true, cell: (dispute) => <Due dispute={dispute} /> },
    { key: 'stake', header: t('disputes.stake'), isFigure: true, cell: ({ at_stake_minor, currency }) => <Money minor={at_stake_minor} currency={currency} className="font-strong" /> },
    { key: 'do', header: t('list.do'), isFigure: true, isPlain: true, cell: (dispute) => dispute.state !== 'closed' && <RefundHeld work={{ submission_id: dispute.submission_id, currency: dispute.currency }} /> },
  ];
  return (
    <Page title={t('place.disputes')} lead={t('disputes.lead')} width="board">
      <Filters>
        <Choice label={t('disputes.state')} options={states.map((value) => ({ value, label: t(`disputes.is.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('place.disputes')} pages={pages} columns={columns} rowKey={({ id }) => id} rowHref={({ id }) => `/disputes/${id}`} none={{ title: t('disputes.none'), why: t('disputes.noneWhy') }} />
    </Page>
  );
}

/** Until when the present stage lasts, or when it all ended. */
function Due({ dispute: { due_at, closed_at, opened_at } }: { dispute: Dispute }) {
  return due_at ? <TimeLeft at={due_at} /> : <RelativeTime at={closed_at ?? opened_at} />;
}
