// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Money } from '@/components/money';
import { SplitBar, type SplitPart } from '@/components/split-bar';
import { StateMark } from '@/components/state-mark';
import { cx } from '@/lib/cx';
import { money, span } from '@/lib/format';

import type { Estimate } from './pricing-query';

const tones = { testers: 'main', bonus: 'back', platform_fee: 'fee' } as const satisfies Record<Estimate['waterfall'][number]['part'], SplitPart['tone']>;

type EstimateReceiptProps = { estimate: Estimate; isStale: boolean };

/** What a plan costs at today's prices, where each cent goes, and what it means by the hour. */
export function EstimateReceipt({ estimate, isStale }: EstimateReceiptProps) {
  const { t } = useTranslation('domain');
  const { currency, waterfall, total_minor, expected_findings: findings } = estimate;
  const parts = waterfall.map(({ part, amount_minor }) => ({ label: t(`estimate.part.${part}`), minor: amount_minor, tone: tones[part] }));
  return (
    <div aria-busy={isStale} className={cx('transition-opacity', isStale && 'opacity-60')}>
      <SplitBar label={t('estimate.split')} currency={currency} parts={parts.filter(({ minor, tone }) => minor > 0 || tone !== 'back')} />
      <p className="mt-3 flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <span>{t('estimate.total')}</span>
        <Money minor={total_minor} currency={currency} className="text-lead font-strong" />
      </p>
      {estimate.bonus_cap_minor > 0 && <p className="text-small text-soft">{t('estimate.bonusBack')}</p>}
      <dl className="mt-3 flex flex-col gap-2 border-t border-line pt-3 text-small">
        <div className="flex items-baseline justify-between gap-4">
          <dt className="text-soft">{t('estimate.time')}</dt>
          <dd className="figures">{span(estimate.minutes * 60_000)}</dd>
        </div>
        {findings && (
          <div className="flex items-baseline justify-between gap-4">
            <dt className="text-soft">{t('estimate.findings')}</dt>
            <dd className="figures">{t('estimate.range', findings)}</dd>
          </div>
        )}
      </dl>
      <HourlyRate estimate={estimate} />
    </div>
  );
}

/** The tester's hour against the floor of the site: a bar with a mark, and in words. */
function HourlyRate({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('domain');
  const { hourly_rate_minor: rate, hourly_floor_minor: floor, below_floor, currency } = estimate;
  if (rate === null) return null;
  const end = Math.max(rate, (floor ?? rate) * 2);
  return (
    <div className="mt-3 border-t border-line pt-3 text-small">
      <p className="flex items-start gap-2">
        <StateMark state={below_floor ? 'problem' : 'done'} className="mt-0.5" />
        <span>
          {t('estimate.hourly', { amount: money(rate, currency) })} {floor !== null && t(below_floor ? 'estimate.belowFloor' : 'estimate.floor', { amount: money(floor, currency) })}
        </span>
      </p>
      {floor !== null && (
        <svg aria-hidden width="100%" height="12" className="mt-2 rtl:-scale-x-100">
          <rect y="4" width="100%" height="4" rx="2" className="fill-line" />
          <rect y="4" width={`${(rate * 100) / end}%`} height="4" rx="2" className={below_floor ? 'fill-problem' : 'fill-ink'} />
          <rect width="2" height="12" x={`${(floor * 100) / end}%`} className="fill-edge" />
        </svg>
      )}
    </div>
  );
}
