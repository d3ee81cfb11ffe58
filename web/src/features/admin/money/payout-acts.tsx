// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { MoneyField } from '@/components/form/money-field';
import { RadioCards } from '@/components/form/radio-cards';
import { http, type Body, type Schema } from '@/lib/api';
import { money } from '@/lib/format';

import { ActButton, type Reasoned } from '../frame/act';
import { sent } from '../frame/sent';

type Payout = Schema<'AdminPayout'>;

const needs = ['finance'] as const;

/** What nobody has taken back, or set out to. */
const leftOf = ({ amount_minor, reversals }: Payout): number => reversals.filter(({ state }) => state !== 'failed').reduce((left, reversal) => left - reversal.amount_minor, amount_minor);

/** A payout that failed is tried again; one that arrived can be taken back. */
export function PayoutActs({ payout }: { payout: Payout }) {
  if (payout.state === 'failed') return <Retry payout={payout} />;
  return payout.state === 'completed' && leftOf(payout) > 0 ? <Reverse payout={payout} /> : null;
}

function Retry({ payout: { id, amount_minor, currency, tester_name } }: { payout: Payout }) {
  const { t } = useTranslation('admin-money');
  const params = { path: { payout_id: id } };
  const amount = money(amount_minor, currency);
  return (
    <ActButton<Reasoned>
      label={t('retry.label')}
      needs={needs}
      title={t('retry.title', { amount })}
      what={t('retry.what', { amount, name: tester_name })}
      submit={t('retry.submit')}
      done={t('retry.done')}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/payouts/{payout_id}/retry', { params, body }))}
    />
  );
}

function Reverse({ payout }: { payout: Payout }) {
  const { id, currency, tester_name } = payout;
  const { t } = useTranslation('admin-money');
  const params = { path: { payout_id: id } };
  const most = leftOf(payout);
  return (
    <ActButton<Body<'reversePayout'>>
      label={t('reverse.label')}
      needs={needs}
      isDanger
      title={t('reverse.title', { name: tester_name })}
      what={t('reverse.what', { amount: money(most, currency), name: tester_name })}
      submit={t('reverse.submit')}
      done={t('reverse.done')}
      values={{ reason: '', to: 'builder', amount_minor: most }}
      run={(body) => sent(http.POST('/admin/payouts/{payout_id}/reverse', { params, body }))}
    >
      {(control) => (
        <>
          <MoneyField control={control} name="amount_minor" rules={{ required: true, min: 1, max: most }} label={t('reverse.amount')} help={t('reverse.most', { amount: money(most, currency) })} currency={currency} />
          <RadioCards control={control} name="to" rules={{ required: true }} label={t('reverse.to')} options={(['builder', 'platform'] as const).map((value) => ({ value, label: t(`reverse.${value}.label`), description: t(`reverse.${value}.what`) }))} />
        </>
      )}
    </ActButton>
  );
}
