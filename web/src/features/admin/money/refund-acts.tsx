// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { MoneyField } from '@/components/form/money-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { http, type Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { money } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import { ActButton, type Reasoned } from '../frame/act';
import { sent } from '../frame/sent';

const needs = ['finance'] as const;

/** A refund that failed is tried again. */
export function RetryRefund({ refund: { id, amount_minor, currency, builder_name } }: { refund: Schema<'AdminRefund'> }) {
  const { t } = useTranslation('admin-money');
  const params = { path: { refund_id: id } };
  const amount = money(amount_minor, currency);
  return (
    <ActButton<Reasoned>
      className="relative z-10"
      label={t('again.label')}
      needs={needs}
      title={t('again.title', { amount })}
      what={t('again.what', { amount, name: builder_name })}
      submit={t('again.submit')}
      done={t('again.done')}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/refunds/{refund_id}/retry', { params, body }))}
    />
  );
}

type Held = Reasoned & { submission_id: string; currency: string; amount_minor: number };

const send = ({ submission_id, reason, amount_minor }: Held): Promise<void> =>
  sent(http.POST('/admin/submissions/{submission_id}/refund', { params: { path: { submission_id } }, body: { reason, amount_minor } }));

type Work = Pick<Held, 'submission_id' | 'currency'>;

/** A part of what is held for a submission goes back before its end. Without a submission, it is asked for. */
export function RefundHeld({ work }: { work?: Work }) {
  const { t } = useTranslation('admin-money');
  const { data: config } = useQuery(configQuery());
  const currencies = config?.currencies ?? [];
  const values = { reason: '', submission_id: '', currency: currencies[0] ?? 'usd', ...work };
  return (
    <ActButton<Held> className="relative z-10" label={t(work ? 'held.part' : 'held.label')} needs={needs} title={t('held.title')} what={t('held.what')} submit={t('held.submit')} done={t('held.done')} isDanger values={values} run={send}>
      {(control) => (
        <>
          {!work && <WhichFields control={control} currencies={currencies} />}
          <AmountField control={control} />
        </>
      )}
    </ActButton>
  );
}

function WhichFields({ control, currencies }: { control: Control<Held>; currencies: readonly string[] }) {
  const { t } = useTranslation('admin-money');
  return (
    <>
      <TextField control={control} name="submission_id" rules={{ required: true, pattern: '[0-9a-fA-F-]{36}' }} label={t('held.id')} help={t('held.idHelp')} autoComplete="off" spellCheck={false} />
      {currencies.length > 1 && <SelectField control={control} name="currency" rules={{ required: true }} label={t('held.currency')} options={currencies.map((value) => ({ value, label: value.toUpperCase() }))} />}
    </>
  );
}

function AmountField({ control }: { control: Control<Held> }) {
  const { t } = useTranslation('admin-money');
  const currency = useWatch({ control, name: 'currency' });
  return <MoneyField key={currency} control={control} name="amount_minor" rules={{ ...rules.refundSubmission.amount_minor, required: true }} label={t('held.amount')} currency={currency} />;
}
