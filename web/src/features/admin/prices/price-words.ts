// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { money, nameOf, number, percent } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import type { Price } from './prices-query';

const types = rules.setPrice.service_type.options;
const factors = rules.setPrice.factor.options;

export type PriceWords = {
  /** What it is the price of. */
  what: (price: Price) => string;
  /** Where it holds. */
  where: (price: Price) => string;
  /** How much it is. */
  value: (price: Price) => string;
};

export function usePriceWords(): PriceWords {
  const { t } = useTranslation('admin');
  const { t: d } = useTranslation('domain');
  const what = ({ kind, service_type, factor, option, level }: Price): string => {
    const type = types.find((known) => known === service_type);
    if (kind === 'fee') return t(level ? 'price.feeOfLevel' : 'price.fee', { what: type ? d(`serviceType.${type}`) : t('price.anyType'), level: level && t(`level.${level}`) });
    if (type) return d(`serviceType.${type}`);
    const known = factors.find((name) => name === factor);
    if (known) return t('price.factorOption', { factor: t(`factor.${known}`), option: option ?? '' });
    return kind === 'floor' ? t('price.floor') : (service_type ?? factor ?? kind);
  };
  const value = ({ kind, amount_minor, currency, minutes, multiplier_bps, builder_fee_bps, tester_fee_bps }: Price): string => {
    if (kind === 'fee') {
      return [builder_fee_bps !== null && t('price.ofBuilder', { rate: percent(builder_fee_bps) }), tester_fee_bps !== null && t('price.ofTester', { rate: percent(tester_fee_bps) })].filter(Boolean).join(', ');
    }
    if (multiplier_bps !== null) return t('price.times', { factor: percent(multiplier_bps) });
    if (amount_minor === null || currency === null) return '–';
    return minutes === null ? t('price.hour', { amount: money(amount_minor, currency) }) : t('price.unit', { amount: money(amount_minor, currency), minutes: number(minutes) });
  };
  return { what, value, where: ({ market }) => (market ? nameOf('region', market) : t('price.everywhere')) };
}
