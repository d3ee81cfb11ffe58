// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { ReviewList } from '@/shared/review-list';
import { reviewQueueQuery } from '@/shared/reviews-query';

/** All that waits for a review. The desk opens from here. */
export function ReviewQueuePage() {
  const { t } = useTranslation('reviews');
  const { data, error, isPending, refetch } = useQuery(reviewQueueQuery());
  const [first] = data?.items ?? [];
  return (
    <Page
      title={t('queue.title')}
      lead={t('queue.lead')}
      width="board"
      action={
        first && (
          <LinkButton to={`/submissions/${first.submission_id}/review`} kind="primary">
            {t('queue.start')}
          </LinkButton>
        )
      }
    >
      <ReviewList
        list={{ isPending, error, rows: data?.items, retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t('queue.none')} action={<LinkButton to="/board">{t('queue.toBoard')}</LinkButton>}>
            {t('queue.noneWhy')}
          </EmptyState>
        }
      />
    </Page>
  );
}
