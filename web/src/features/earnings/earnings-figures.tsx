// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { inputLook } from '@/components/form/field-shell';
import { Money } from '@/components/money';
import { Bone, Skeleton } from '@/components/skeleton';
import { http, type Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { cx } from '@/lib/cx';

import { PdfButton } from '@/shared/pdf-button';

import { earningsQuery } from './earnings-query';
import { queryOf, readPeriod, withPeriod, type Period } from './period';

/** The sums of a period, one line of figures for each currency. */
export function EarningsFigures() {
  const { t } = useTranslation('earnings');
  const [search, setSearch] = useSearchParams();
  const period = readPeriod(search);
  const change = (days: Partial<Period>) => setSearch((present) => withPeriod(present, days), { replace: true, preventScrollReset: true });
  return (
    <section aria-label={t('figures.title')}>
      <FiguresOf period={period} />
      <div className="mt-4 flex flex-wrap items-end gap-3 text-small">
        <Day label={t('period.from')} value={period.from} onChange={(from) => change({ from })} />
        <Day label={t('period.to')} value={period.to} onChange={(to) => change({ to })} />
        {(period.from || period.to) && (
          <Button kind="quiet" onClick={() => change({ from: '', to: '' })}>
            {t('period.all')}
          </Button>
        )}
        <Statement period={period} />
      </div>
    </section>
  );
}

/** The same period on paper. */
function Statement({ period }: { period: Period }) {
  const { t } = useTranslation('earnings');
  const read = () => http.GET('/me/earnings', { params: { query: queryOf(period) }, headers: { accept: 'application/pdf' }, parseAs: 'blob' });
  return (
    <p className="flex min-h-11 items-center gap-2">
      <span className="text-soft">{t('statement.title')}</span>
      <PdfButton label={t('statement.label')} name={['earnings', period.from, period.to].filter(Boolean).join('-') + '.pdf'} read={read} />
    </p>
  );
}

type DayProps = { label: string; value: string; onChange: (day: string) => void };

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className="flex flex-col gap-1 text-soft">
      {label}
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} className={cx(inputLook, 'figures max-w-44')} />
    </label>
  );
}

function FiguresOf({ period }: { period: Period }) {
  const { data: earnings, error, isPending, refetch } = useQuery(earningsQuery(period));
  const { data: config } = useQuery(configQuery());
  if (isPending) {
    return (
      <Skeleton className="border-y border-line py-5">
        <Bone className="h-14 max-w-reading" />
      </Skeleton>
    );
  }
  if (!earnings) return <FailedState error={error} onRetry={() => void refetch()} />;
  const none = { currency: config?.currencies[0] ?? 'usd', held_minor: 0, pending_minor: 0, processing_minor: 0, completed_minor: 0, failed_minor: 0 };
  return (earnings.items.length > 0 ? earnings.items : [none]).map((figure) => <Figures key={figure.currency} figure={figure} />);
}

function Figures({ figure }: { figure: Schema<'EarningsFigure'> }) {
  const { t } = useTranslation('earnings');
  const { currency, held_minor, pending_minor, processing_minor, completed_minor, failed_minor } = figure;
  const entries = [
    { key: 'held', minor: held_minor },
    { key: 'onTheWay', minor: pending_minor + processing_minor },
    { key: 'paid', minor: completed_minor },
    ...(failed_minor > 0 ? [{ key: 'failed', minor: failed_minor } as const] : []),
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-5 border-t border-line py-5 last:border-b">
      {entries.map(({ key, minor }) => (
        <div key={key} className="flex flex-col-reverse justify-end">
          <dt className="text-small text-soft">{t(`figures.${key}`)}</dt>
          <dd className={cx('text-title font-strong', key === 'failed' && 'text-problem')}>
            <Money minor={minor} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
