// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { StateMark } from '@/components/state-mark';
import { reviewQueueQuery } from '@/shared/reviews-query';
import { ReviewList } from '@/shared/review-list';

const SHOWN = 5;

/** What waits for the builder's review; unpaid jobs and drafts stand in the list of jobs below. */
export function WaitingList() {
  const { t } = useTranslation('builder-board');
  const { data, error, isPending, refetch } = useQuery(reviewQueueQuery());
  const count = data?.items.length ?? 0;
  return (
    <section aria-labelledby="waiting">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="waiting" className="text-lead">
          {t('waiting.title')}
        </h2>
        {count > SHOWN && (
          <Link to="/reviews" className="link inline-flex min-h-11 items-center text-small">
            {t('waiting.all', { count })}
          </Link>
        )}
      </div>
      <ReviewList
        list={{ isPending, error, rows: data?.items.slice(0, SHOWN), retry: () => void refetch() }}
        empty={
          <p className="flex items-start gap-2 text-soft">
            <StateMark state="done" className="mt-1" />
            {t('waiting.none')}
          </p>
        }
      />
    </section>
  );
}
