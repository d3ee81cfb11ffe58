// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { CheckboxField } from '@/components/form/checkbox-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { Money } from '@/components/money';
import { feeOf } from '@/lib/fee';
import { money, percent, span } from '@/lib/format';
import { rules } from '@/lib/rules.gen';
import type { Bid, Side } from '@/shared/bids-query';

import { hourlyOf, minutesOf, ruleOf, totalOf, type OfferForm, type OfferLine } from './offer';

const limits = rules.createBid;

/** The rates of both sides: a role's, or a bid's. */
type Fees = Pick<Bid, 'builder_fee_bps' | 'tester_fee_bps'>;

type OfferFieldsProps = {
  control: Control<OfferForm>;
  lines: readonly OfferLine[];
  currency: string;
  fees: Fees;
  /** Who is making the offer. */
  side: Side;
  /** Counter-offers say between which amounts each figure may lie. */
  isCounter?: boolean;
};

/** An amount for each item, the days, and a word; below it what that makes. */
export function OfferFields({ control, lines, currency, fees, side, isCounter = false }: OfferFieldsProps) {
  const { t } = useTranslation('bids');
  return (
    <>
      <fieldset className="flex flex-col">
        <legend className="mb-2 text-lead font-strong">{t(`offer.amounts.${side}`)}</legend>
        {lines.map((line, at) => (
          <OfferLineFields key={line.itemId} control={control} line={line} at={at} currency={currency} isCounter={isCounter} />
        ))}
      </fieldset>
      <OfferSum control={control} lines={lines} currency={currency} fees={fees} side={side} />
      <NumberField control={control} name="days" rules={{ ...limits.days, required: true }} label={t('offer.days')} help={t(side === 'tester' ? 'offer.daysHelp' : 'offer.daysHelpBuilder')} />
      <TextAreaField control={control} name="message" rules={limits.message} label={t(side === 'tester' ? 'offer.message' : 'offer.messageBuilder')} rows={3} />
    </>
  );
}

type OfferLineFieldsProps = Pick<OfferFieldsProps, 'control' | 'currency'> & { line: OfferLine; at: number; isCounter: boolean };

function OfferLineFields({ control, line, at, currency, isCounter }: OfferLineFieldsProps) {
  const { t } = useTranslation('bids');
  const { t: d } = useTranslation('domain');
  const isIncluded = useWatch({ control, name: `items.${at}.isIncluded` });
  const { item } = line;
  const rangeText = ({ low, high }: OfferLine) => {
    if (low === high) return t('offer.settled');
    // The other side has not named a least figure yet.
    return low <= 1 ? t('offer.upTo', { high: money(high, currency) }) : t('offer.range', { low: money(low, currency), high: money(high, currency) });
  };
  const kind = item && d(`serviceType.${item.service_type}`);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-4">
      <div className="min-w-0 grow basis-56">
        <p dir="auto" className="font-strong break-words">
          {line.title}
        </p>
        <p className="text-small text-soft">{[kind, item && item.quantity > 1 && t('offer.times', { count: item.quantity }), item?.expected_minutes && t('offer.about', { span: span(item.expected_minutes * 60_000) })].filter(Boolean).join(' · ')}</p>
        {!line.isRequired && <CheckboxField control={control} name={`items.${at}.isIncluded`} label={t('offer.include')} />}
      </div>
      {isIncluded && (
        <div className="w-52">
          <MoneyField
            control={control}
            name={`items.${at}.amount_minor`}
            currency={currency}
            rules={ruleOf(line)}
            label={t('offer.amountFor', { title: line.title })}
            isLabelHidden
            help={isCounter && rangeText(line)}
          />
        </div>
      )}
    </div>
  );
}

type OfferSumProps = Pick<OfferFieldsProps, 'control' | 'lines' | 'currency' | 'fees' | 'side'>;

/** What the offer makes: for the tester net and by the hour, for the builder with the fee. */
function OfferSum({ control, lines, currency, fees, side }: OfferSumProps) {
  const { t } = useTranslation('bids');
  const items = useWatch({ control, name: 'items' });
  const total = totalOf({ items });
  const hourly = hourlyOf(total, minutesOf(lines, { items }));
  const bps = side === 'tester' ? fees.tester_fee_bps : fees.builder_fee_bps;
  const bonus = lines.reduce((sum, { item }, at) => sum + (items[at]?.isIncluded ? (item?.bonus_cap_minor ?? 0) : 0), 0);
  // The builder pays in what bonuses may come to; what is not earned goes back.
  const base = side === 'tester' ? total : total + bonus;
  const fee = feeOf(base, bps);
  const rows = [
    { key: 'total', label: t('sum.total'), minor: total },
    ...(side === 'builder' && bonus > 0 ? [{ key: 'bonus', label: t('sum.reserve'), minor: bonus }] : []),
    ...(bps > 0 ? [{ key: 'fee', label: t('sum.fee', { rate: percent(bps) }), minor: side === 'tester' ? -fee : fee }] : []),
  ];
  return (
    <div aria-live="polite" className="rounded-large border border-line bg-sheet p-4">
      <dl>
        {rows.map(({ key, label, minor }) => (
          <div key={key} className="flex items-baseline justify-between gap-4 text-small">
            <dt className="text-soft">{label}</dt>
            <dd>
              <Money minor={minor} currency={currency} />
            </dd>
          </div>
        ))}
        <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-2">
          <dt className="font-strong">{t(side === 'tester' ? 'sum.net' : 'sum.youPay')}</dt>
          <dd className="text-lead font-strong">
            <Money minor={side === 'tester' ? base - fee : base + fee} currency={currency} />
          </dd>
        </div>
      </dl>
      {hourly !== null && total > 0 && <p className="mt-1 text-small text-soft">{t('sum.hourly', { amount: money(hourly, currency) })}</p>}
      {bonus > 0 && <p className="mt-1 text-small text-soft">{t(side === 'tester' ? 'sum.bonus' : 'sum.bonusBuilder', { amount: money(bonus, currency) })}</p>}
    </div>
  );
}
