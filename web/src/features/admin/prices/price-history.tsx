// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Modal } from '@/components/modal';
import { RowBones } from '@/components/skeleton';
import { StateMark } from '@/components/state-mark';
import { useNow } from '@/lib/clock';
import { instant } from '@/lib/format';

import { usePriceWords } from './price-words';
import { isSameKey, pricesQuery, type Price } from './prices-query';

/** Every price of one thing, newest first: how much, from when until when, who and why. */
export function PriceHistory({ price, onClose }: { price: Price; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const words = usePriceWords();
  return (
    <Modal isOpen onClose={onClose} title={t('history.title', { what: words.what(price) })}>
      <p className="mb-4 text-soft">{words.where(price)}</p>
      <Rows price={price} />
    </Modal>
  );
}

function Rows({ price }: { price: Price }) {
  const { t } = useTranslation('admin');
  const words = usePriceWords();
  const now = useNow();
  const { data, error, isPending, refetch } = useQuery(pricesQuery(price.kind, 'ever'));
  if (isPending) return <RowBones count={2} />;
  if (!data) return <FailedState error={error} onRetry={() => void refetch()} />;
  const rows = data.filter((other) => isSameKey(other, price)).toSorted((a, b) => b.valid_from.localeCompare(a.valid_from));
  const stateOf = ({ valid_from, valid_until }: Price) => {
    if (Date.parse(valid_from) > now) return 'waiting';
    return valid_until === null || Date.parse(valid_until) > now ? 'yours' : 'done';
  };
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.id} className="flex gap-3 border-t border-line py-3">
          <StateMark state={stateOf(row)} className="mt-1" />
          <div className="min-w-0">
            <p className="figures font-strong">{words.value(row)}</p>
            <p className="text-small text-soft">{row.valid_until ? t('history.between', { from: instant(row.valid_from), until: instant(row.valid_until) }) : t('history.since', { from: instant(row.valid_from) })}</p>
            <p dir="auto" className="break-words">
              {row.reason}
            </p>
            <p className="text-note text-soft">{row.created_by_name ? t('history.by', { name: row.created_by_name }) : t('history.installed')}</p>
            {row.end_reason && <p className="text-small text-soft">{t('history.ended', { name: row.ended_by_name ?? '', reason: row.end_reason })}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
