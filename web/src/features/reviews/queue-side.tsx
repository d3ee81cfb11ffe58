// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Disclosure } from '@/components/disclosure';
import { Panel } from '@/components/panel';
import { TimeLeft } from '@/components/time';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';

type QueueSideProps = { items: readonly Schema<'ReviewItem'>[]; currentId: string };

/** What else waits, beside what is being reviewed. On a phone it is one line that opens. */
export function QueueSide({ items, currentId }: QueueSideProps) {
  const { t } = useTranslation('reviews');
  const list = <QueueList items={items} currentId={currentId} />;
  return (
    <nav aria-label={t('queue.title')} className="min-w-0">
      <Panel title={t('desk.queue')} aside={<span className="figures text-small text-soft">{items.length}</span>} className="max-lg:hidden">
        {items.length === 0 ? <p className="text-small text-soft">{t('desk.queueEmpty')}</p> : list}
      </Panel>
      {items.length > 1 && (
        <Disclosure title={t('desk.waiting', { count: items.length })} className="lg:hidden">
          {list}
        </Disclosure>
      )}
    </nav>
  );
}

function QueueList({ items, currentId }: QueueSideProps) {
  return (
    <ol>
      {items.map((item) => {
        const isCurrent = item.submission_id === currentId;
        return (
          <li key={item.submission_id} className={cx('relative -mx-3 border-b border-line px-3 py-3 last:border-0', isCurrent ? 'bg-well' : 'hover:bg-well')}>
            <Link to={`/submissions/${item.submission_id}/review`} aria-current={isCurrent ? 'page' : undefined} dir="auto" className={cx('block truncate after:absolute after:inset-0', isCurrent && 'font-strong')}>
              {item.tester_name}
            </Link>
            <p dir="auto" className="truncate text-small text-soft">
              {item.item_title ?? item.job_title}
            </p>
            <p className="text-note text-soft">
              <TimeLeft at={item.review_due_at} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
