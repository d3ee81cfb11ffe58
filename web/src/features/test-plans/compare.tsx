// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { keep, kept } from '@/lib/kept';
import { money, span } from '@/lib/format';
import type { Estimate } from '@/shared/pricing-query';

import type { Plan } from './plan-model';

type Version = { plan: Plan; estimate: Estimate };

const KEY = 'plan.version';

type CompareProps = Version & { onBringBack: (plan: Plan) => void };

/** One version of the plan put aside, beside the present one: what a change costs and brings. */
export function Compare({ plan, estimate, onBringBack }: CompareProps) {
  const { t } = useTranslation('plans');
  const [aside, setAside] = useState(() => kept<Version>(KEY));
  const put = (version: Version | null) => {
    keep(KEY, version);
    setAside(version);
  };
  if (!aside || aside.estimate.currency !== estimate.currency) {
    return (
      <Button kind="quiet" onClick={() => put({ plan, estimate })} className="mt-2">
        {t('compare.keep')}
      </Button>
    );
  }
  const swap = () => {
    onBringBack(aside.plan);
    put({ plan, estimate });
  };
  return (
    <section aria-label={t('compare.title')} className="mt-6 border-t border-line pt-4">
      <table className="w-full text-small">
        <caption className="mb-2 text-start font-strong">{t('compare.title')}</caption>
        <thead>
          <tr className="border-b border-line text-note text-soft">
            <th scope="col">
              <span className="sr-only">{t('compare.line')}</span>
            </th>
            <th scope="col" className="py-1 text-end font-plain">
              {t('compare.aside')}
            </th>
            <th scope="col" className="py-1 text-end font-plain">
              {t('compare.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(aside.estimate, estimate).map(({ key, before, now }) => (
            <CompareRow key={key} label={t(`compare.row.${key}`)} before={before} now={now} />
          ))}
        </tbody>
      </table>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={swap}>{t('compare.swap')}</Button>
        <Button kind="quiet" onClick={() => put(null)}>
          {t('compare.drop')}
        </Button>
      </div>
    </section>
  );
}

type CompareRowProps = { label: string; before: ReactNode; now: ReactNode };

function CompareRow({ label, before, now }: CompareRowProps) {
  return (
    <tr className="figures border-b border-line last:border-0">
      <th scope="row" className="py-1.5 text-start font-plain text-soft">
        {label}
      </th>
      <td className="py-1.5 text-end">{before}</td>
      <td className="py-1.5 text-end font-strong">{now}</td>
    </tr>
  );
}

const rowKeys = ['total', 'testers', 'bonus', 'fee', 'time', 'hourly'] as const;

function figuresOf({ currency, total_minor, reward_minor, bonus_cap_minor, fee_minor, minutes, hourly_rate_minor }: Estimate): Record<(typeof rowKeys)[number], string> {
  return {
    total: money(total_minor, currency),
    testers: money(reward_minor, currency),
    bonus: money(bonus_cap_minor, currency),
    fee: money(fee_minor, currency),
    time: span(minutes * 60_000),
    hourly: hourly_rate_minor === null ? '–' : money(hourly_rate_minor, currency),
  };
}

function rowsOf(before: Estimate, now: Estimate) {
  const [then, present] = [figuresOf(before), figuresOf(now)];
  return rowKeys.map((key) => ({ key, before: then[key], now: present[key] }));
}
