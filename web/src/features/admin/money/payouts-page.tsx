// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge, type State } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ScopeNote } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { useChoice, useWord } from '../frame/use-choice';
import { PersonLink } from '../people/user-words';
import { FailureNote } from './failure-note';
import { PayoutActs } from './payout-acts';

type Payout = Schema<'AdminPayout'>;

const marks: Record<Payout['state'], State> = { pending: 'waiting', processing: 'theirs', completed: 'done', failed: 'problem', reversed: 'problem' };
const states = ['pending', 'processing', 'completed', 'failed', 'reversed'] as const satisfies readonly Payout['state'][];

/** What goes to testers, what it waits for, and the way to try again or to take back. */
export function PayoutsPage() {
  const { t } = useTranslation('admin-money');
  const [q, setQ] = useWord('q');
  const [state, setState] = useChoice('state', states);
  const query = { ...(q && { q }), ...(state && { state }) };
  const pages = api.useInfiniteQuery('get', '/admin/payouts', { params: { query } }, byCursor);
  const columns: Column<Payout>[] = [
    { key: 'job', header: t('job'), cell: ({ job_title }) => <span dir="auto">{job_title}</span> },
    { key: 'tester', header: t('tester'), isPlain: true, cell: ({ tester_id, tester_name }) => <PersonLink id={tester_id} name={tester_name} /> },
    { key: 'state', header: t('state'), isPlain: true, cell: (payout) => <PayoutState payout={payout} /> },
    { key: 'when', header: t('when'), isFigure: true, isPlain: true, cell: (payout) => <RelativeTime at={payout.completed_at ?? payout.created_at} /> },
    { key: 'amount', header: t('amount'), isFigure: true, isPlain: true, cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} className="font-strong" /> },
    { key: 'do', header: t('do'), isFigure: true, isPlain: true, cell: (payout) => <PayoutActs payout={payout} /> },
  ];
  return (
    <Page title={t('payout.title')} lead={t('payout.lead')} width="board">
      <ScopeNote needs={['finance']} />
      <Filters>
        <SearchBox label={t('search')} value={q} onChange={setQ} />
        <Choice label={t('state')} options={states.map((value) => ({ value, label: t(`payout.${value}`) }))} value={state} onChange={setState} />
      </Filters>
      <AdminList label={t('payout.title')} pages={pages} columns={columns} rowKey={({ id }) => id} none={{ title: t('payout.none') }} />
    </Page>
  );
}

const isUnderWay = (state: Payout['reversals'][number]['state']): boolean => state === 'pending' || state === 'processing';

function PayoutState({ payout: { state, waits_for, waits_since, failure_code, reversed_minor, reversals, currency } }: { payout: Payout }) {
  const { t } = useTranslation('admin-money');
  return (
    <>
      <Badge state={marks[state]}>{t(`payout.${state}`)}</Badge>
      {waits_for && (
        <span className="block text-note text-soft">
          {t(`payout.waits.${waits_for}`)} {waits_since && <RelativeTime at={waits_since} />}
        </span>
      )}
      {reversals.some((reversal) => isUnderWay(reversal.state)) && <span className="block text-note text-soft">{t('payout.beingTaken')}</span>}
      {reversed_minor > 0 && <span className="block text-note text-soft">{t('payout.taken', { amount: money(reversed_minor, currency) })}</span>}
      <FailureNote code={failure_code} />
    </>
  );
}
