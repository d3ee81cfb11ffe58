// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { CheckboxField } from '@/components/form/checkbox-field';
import { MoneyField } from '@/components/form/money-field';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { api, http, type Body, type Schema } from '@/lib/api';
import { nameOf } from '@/lib/format';

import { ActButton, ScopeNote } from '../frame/act';
import { Choice, Filters, SearchBox } from '../frame/filters';
import { sent } from '../frame/sent';
import { useChoice, useWord } from '../frame/use-choice';

type Market = Schema<'Market'>;

const needs = ['finance'] as const;
const opennesses = ['both', 'builders', 'testers', 'closed'] as const;

function opennessOf({ builders, testers }: Market): (typeof opennesses)[number] {
  if (builders) return testers ? 'both' : 'builders';
  return testers ? 'testers' : 'closed';
}

/** Where builders may publish and testers be paid, and from which amount on. */
export function MarketsPage() {
  const { t } = useTranslation('admin-money');
  const [q, setQ] = useWord('q');
  const [open, setOpen] = useChoice('open', opennesses);
  const { data, error, isPending, refetch } = api.useQuery('get', '/markets');
  const wanted = q.toLowerCase();
  const rows = data?.items.filter((market) => (!open || opennessOf(market) === open) && `${nameOf('region', market.country)} ${market.country}`.toLowerCase().includes(wanted));
  const columns: Column<Market>[] = [
    { key: 'country', header: t('market.country'), cell: ({ country }) => `${nameOf('region', country)} (${country})` },
    { key: 'open', header: t('market.open'), isPlain: true, cell: (market) => <Badge state={opennessOf(market) === 'closed' ? 'problem' : 'done'}>{t(`market.${opennessOf(market)}`)}</Badge> },
    { key: 'min', header: t('market.min'), isFigure: true, cell: ({ payout_min_minor, currency }) => (payout_min_minor === null ? t('market.usual') : <Money minor={payout_min_minor} currency={currency} />) },
    { key: 'do', header: t('do'), isFigure: true, isPlain: true, cell: (market) => <Change market={market} /> },
  ];
  return (
    <Page title={t('market.title')} lead={t('market.lead')} width="board">
      <ScopeNote needs={needs} />
      <Filters>
        <SearchBox label={t('market.search')} value={q} onChange={setQ} />
        <Choice label={t('market.open')} options={opennesses.map((value) => ({ value, label: t(`market.${value}`) }))} value={open} onChange={setOpen} />
      </Filters>
      <DataList label={t('market.title')} list={{ isPending, error, rows, retry: () => void refetch() }} empty={<EmptyState drawing="signpost" title={t('market.none')} />} columns={columns} rowKey={({ country }) => country} isDense />
    </Page>
  );
}

function Change({ market: { country, name, currency, builders, testers, payout_min_minor } }: { market: Market }) {
  const { t } = useTranslation('admin-money');
  const shown = nameOf('region', country);
  const params = { path: { country } };
  return (
    <ActButton<Body<'setMarket'>>
      label={t('market.change')}
      needs={needs}
      title={t('market.changeTitle', { name: shown })}
      what={t('market.what')}
      submit={t('market.submit')}
      done={t('market.done', { name: shown })}
      values={{ reason: '', name, currency, builders, testers, ...(payout_min_minor !== null && { payout_min_minor }) }}
      run={(body) => sent(http.PUT('/admin/markets/{country}', { params, body }))}
    >
      {(control) => (
        <>
          <CheckboxField control={control} name="builders" label={t('market.forBuilders')} help={t('market.forBuildersHelp')} />
          <CheckboxField control={control} name="testers" label={t('market.forTesters')} help={t('market.forTestersHelp')} />
          <MoneyField control={control} name="payout_min_minor" rules={{ min: 0 }} label={t('market.min')} help={t('market.minHelp')} currency={currency} />
        </>
      )}
    </ActButton>
  );
}
