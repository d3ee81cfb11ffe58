// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { InstantField } from '@/components/form/instant-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { usePriceWords } from './price-words';
import { priceKinds, type Price, type PriceKind } from './prices-query';

type Values = {
  kind: PriceKind;
  service_type: string;
  factor: string;
  option: string;
  market: string;
  currency: string;
  amount_minor: number | undefined;
  minutes: number | undefined;
  multiplier_bps: number | undefined;
  level: string;
  builder_fee_bps: number | undefined;
  tester_fee_bps: number | undefined;
  valid_from: string;
  valid_until: string;
  reason: string;
};

const limits = rules.setPrice;
const needed = { required: true } as const;
const hasAmount = (kind: PriceKind): boolean => kind === 'base' || kind === 'floor';

type SetPriceProps = {
  /** What is changed; null for a price that is not there yet. */
  price: Price | null;
  kind: PriceKind;
  currency: string;
  onClose: () => void;
};

/** A new price from an instant on. The one that holds until then stays in the history. */
export function SetPrice({ price, kind, currency, onClose }: SetPriceProps) {
  const { t } = useTranslation('admin');
  const { t: d } = useTranslation('domain');
  const toast = useToast();
  const refresh = useRefresh();
  const words = usePriceWords();
  const { control, handleSubmit, setError } = useForm<Values>({ mode: 'onTouched', defaultValues: start(price, kind, currency) });
  const [chosen, code, level] = useWatch({ control, name: ['kind', 'currency', 'level'] });
  const set = api.useMutation('post', '/admin/prices', {
    onSuccess: async () => {
      await refresh();
      onClose();
      toast('done', t('set.done'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const types = limits.service_type.options.map((value) => ({ value, label: d(`serviceType.${value}`) }));
  const levels = limits.level.options.map((value) => ({ value, label: t(`level.${value}`) }));
  const factors = limits.factor.options.map((value) => ({ value, label: t(`factor.${value}`) }));
  return (
    <Modal isOpen onClose={onClose} title={price ? t('set.change', { what: words.what(price) }) : t('set.new')}>
      {price && <p className="mb-6 text-soft">{t('set.now', { value: words.value(price), where: words.where(price) })}</p>}
      <Form control={control} onSubmit={handleSubmit((values) => set.mutate({ body: bodyOf(values) }))}>
        {!price && (
          <>
            <SelectField control={control} name="kind" rules={limits.kind} label={t('set.kind')} options={priceKinds.map((value) => ({ value, label: t(`prices.kind.${value}`) }))} />
            {chosen === 'base' && <SelectField control={control} name="service_type" rules={needed} label={t('set.type')} options={types} blank={t('set.choose')} />}
            {chosen === 'fee' && <SelectField control={control} name="service_type" label={t('set.type')} options={types} blank={t('price.anyType')} />}
            {chosen === 'fee' && <SelectField control={control} name="level" label={t('set.level')} help={t('set.levelHelp')} options={levels} blank={t('set.anyLevel')} />}
            {chosen === 'factor' && <SelectField control={control} name="factor" rules={needed} label={t('set.factor')} options={factors} blank={t('set.choose')} />}
            {chosen === 'factor' && <TextField control={control} name="option" rules={{ ...limits.option, required: true }} label={t('set.option')} help={t('set.optionHelp')} autoComplete="off" />}
            {hasAmount(chosen) && <TextField control={control} name="currency" rules={{ ...limits.currency, required: true }} label={t('set.currency')} autoComplete="off" />}
            <TextField control={control} name="market" rules={limits.market} label={t('set.market')} help={t(chosen === 'fee' ? 'set.marketHelpFee' : 'set.marketHelp')} autoComplete="off" />
          </>
        )}
        {hasAmount(chosen) && <MoneyField control={control} name="amount_minor" rules={{ ...limits.amount_minor, required: true }} label={t(chosen === 'base' ? 'set.unit' : 'set.hour')} currency={/^[a-z]{3}$/.test(code) ? code : 'usd'} />}
        {chosen === 'base' && <NumberField control={control} name="minutes" rules={{ ...limits.minutes, required: true }} label={t('set.minutes')} />}
        {chosen === 'factor' && <NumberField control={control} name="multiplier_bps" rules={{ ...limits.multiplier_bps, required: true }} label={t('set.multiplier')} help={t('set.multiplierHelp')} />}
        {chosen === 'fee' && level === '' && <NumberField control={control} name="builder_fee_bps" rules={limits.builder_fee_bps} label={t('set.builderFee')} help={t('set.feeHelp')} />}
        {chosen === 'fee' && <NumberField control={control} name="tester_fee_bps" rules={limits.tester_fee_bps} label={t('set.testerFee')} help={t('set.feeHelp')} />}
        <InstantField control={control} name="valid_from" label={t('set.from')} help={t('set.fromHelp')} />
        <InstantField control={control} name="valid_until" label={t('set.until')} help={t('set.untilHelp')} />
        <TextAreaField control={control} name="reason" rules={limits.reason} label={t('set.reason')} help={t('set.reasonHelp')} rows={2} />
        <SubmitButton pending={set.isPending}>{t('set.submit')}</SubmitButton>
      </Form>
    </Modal>
  );
}

const start = (price: Price | null, kind: PriceKind, currency: string): Values => ({
  kind: price?.kind ?? kind,
  service_type: price?.service_type ?? '',
  factor: price?.factor ?? '',
  option: price?.option ?? '',
  market: price?.market ?? '',
  currency: price?.currency ?? currency,
  amount_minor: price?.amount_minor ?? undefined,
  minutes: price?.minutes ?? undefined,
  multiplier_bps: price?.multiplier_bps ?? undefined,
  level: price?.level ?? '',
  builder_fee_bps: price?.builder_fee_bps ?? undefined,
  tester_fee_bps: price?.tester_fee_bps ?? undefined,
  valid_from: '',
  valid_until: '',
  reason: '',
});

/** Only what belongs to the kind is sent, and nothing that is empty. */
function bodyOf({ kind, reason, market, valid_from, valid_until, service_type, factor, option, currency, amount_minor, minutes, multiplier_bps, level, builder_fee_bps, tester_fee_bps }: Values): Body<'setPrice'> {
  const ofKind = {
    base: { service_type, currency, amount_minor, minutes },
    factor: { factor, option, multiplier_bps },
    floor: { currency, amount_minor },
    // What a level pays is the tester's side alone.
    fee: { service_type, level, builder_fee_bps: level === '' ? builder_fee_bps : undefined, tester_fee_bps },
  }[kind];
  const filled = Object.entries({ ...ofKind, market, valid_from, valid_until }).filter(([, value]) => value !== '' && value !== undefined);
  // The choices of the form are the document's own; the entries lose that on the way.
  return { kind, reason, ...(Object.fromEntries(filled) as Partial<Body<'setPrice'>>) };
}
