// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { inputLook } from '@/components/form/field-shell';
import { Page } from '@/components/page';
import { Tabs } from '@/components/tabs';
import { configQuery } from '@/lib/config';
import { cx } from '@/lib/cx';

import { ScopeNote } from '../frame/act';
import { useMay } from '../frame/scopes';
import { EndPrice } from './end-price';
import { PriceHistory } from './price-history';
import { PriceList } from './price-list';
import { priceKinds, type Price } from './prices-query';
import { SetPrice } from './set-price';

const needs = ['finance'] as const;

type Doing = { what: 'set' | 'end' | 'history'; price: Price | null };

/** The price book for those who keep it: what holds now or on a day, changed with a reason, never rewritten. */
export function PricesPage() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const { data: config } = useQuery(configQuery());
  const [doing, setDoing] = useState<Doing | null>(null);
  const kind = priceKinds.find((known) => known === search.get('kind')) ?? 'base';
  const day = search.get('day') ?? '';
  const currency = search.get('currency') ?? config?.currencies[0] ?? 'usd';
  const change = (next: Record<string, string>) => setSearch({ ...Object.fromEntries(search), ...next }, { replace: true });
  const may = useMay(needs);
  const done = () => setDoing(null);
  const choose = (what: Doing['what']) => (price: Price) => setDoing({ what, price });
  return (
    <Page
      title={t('prices.title')}
      lead={t('prices.lead')}
      width="board"
      action={
        <Button kind="primary" disabled={!may} onClick={() => setDoing({ what: 'set', price: null })}>
          {t('prices.add')}
        </Button>
      }
    >
      <ScopeNote needs={needs} />
      <Tabs label={t('prices.kinds')} tabs={priceKinds.map((value) => ({ value, label: t(`prices.kind.${value}`) }))} value={kind} onChange={(value) => change({ kind: value })}>
        <div className="mb-4 flex flex-wrap items-end gap-4">
          <label className="flex flex-col gap-1 text-small">
            {t('prices.day')}
            <input type="date" value={day} onChange={(event) => change({ day: event.target.value })} className={cx(inputLook, 'max-w-48')} />
          </label>
          {(kind === 'base' || kind === 'floor') && config && config.currencies.length > 1 && (
            <label className="flex flex-col gap-1 text-small">
              {t('prices.currency')}
              <select value={currency} onChange={(event) => change({ currency: event.target.value })} className={cx(inputLook, 'max-w-32')}>
                {config.currencies.map((code) => (
                  <option key={code} value={code}>
                    {code.toUpperCase()}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p className="pb-3 text-small text-soft">{t(day === '' ? 'prices.now' : 'prices.then')}</p>
        </div>
        {kind === 'fee' && <p className="mb-4 max-w-reading text-small text-soft">{t('prices.feeRule')}</p>}
        <PriceList kind={kind} mayChange={may} when={day === '' ? 'now' : { at: new Date(`${day}T12:00`).toISOString() }} currency={currency} onChange={choose('set')} onEnd={choose('end')} onHistory={choose('history')} />
      </Tabs>
      {doing?.what === 'set' && <SetPrice price={doing.price} kind={kind} currency={currency} onClose={done} />}
      {doing?.what === 'end' && doing.price && <EndPrice price={doing.price} onClose={done} />}
      {doing?.what === 'history' && doing.price && <PriceHistory price={doing.price} onClose={done} />}
    </Page>
  );
}
