// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { FailedState } from '@/components/failed-state';
import { FilterChips } from '@/components/filter-chips';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { RowBones } from '@/components/skeleton';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { unreadQuery } from '@/lib/notices';
import { byCursor, rowsOf } from '@/lib/paging';

type Notice = Schema<'Notice'>;

const UNREAD = 'unread';

/** What happened while the reader was away; opening one marks it as read. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const [search, setSearch] = useSearchParams();
  const isUnread = search.has(UNREAD);
  const { data: count } = useQuery(unreadQuery());
  const mark = useMark();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="reading"
      action={
        count !== undefined &&
        count.unread > 0 && (
          <Button pending={mark.isPending} onClick={() => mark.mutate({ body: {} })}>
            {t('markAll')}
          </Button>
        )
      }
    >
      <div className="mb-4">
        <FilterChips label={t('show')} chips={[{ value: UNREAD, label: t('onlyUnread') }]} value={isUnread ? UNREAD : null} onChange={(value) => setSearch(value ? { [UNREAD]: '1' } : {}, { replace: true })} />
      </div>
      {mark.error && <FailedState error={mark.error} />}
      <NoticeList isUnread={isUnread} onOpen={(id) => mark.mutate({ body: { ids: [id] } })} />
    </Page>
  );
}

function useMark() {
  const queryClient = useQueryClient();
  return api.useMutation('post', '/notifications/read', {
    onSuccess: async (count) => {
      queryClient.setQueryData(unreadQuery().queryKey, count);
      await queryClient.invalidateQueries({ queryKey: ['get', '/notifications'] });
    },
  });
}

type NoticeListProps = { isUnread: boolean; onOpen: (id: string) => void };

function NoticeList({ isUnread, onOpen }: NoticeListProps) {
  const { t } = useTranslation('notices');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    'get',
    '/notifications',
    { params: { query: { ...(isUnread && { unread: true }) } } },
    byCursor,
  );
  const rows = rowsOf(data);
  if (isPending) return <RowBones />;
  if (!rows) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) {
    return (
      <EmptyState drawing="letter" title={t(isUnread ? 'noneUnread' : 'none')}>
        {t('noneWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="border-t border-line">
        {rows.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </ol>
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: (id: string) => void }) {
  const { t } = useTranslation('notices');
  const isNew = notice.read_at === null;
  return (
    <li className="relative flex min-h-14 items-start gap-3 border-b border-line py-3 hover:bg-well">
      <span className="mt-2 size-2 flex-none">{isNew && <span className="block size-2 rounded-full bg-yours" />}</span>
      <div className="min-w-0">
        <Link to={notice.path} onClick={() => isNew && onOpen(notice.id)} dir="auto" className={cx('break-words after:absolute after:inset-0', isNew && 'font-strong')}>
          {isNew && <span className="sr-only">{t('new')}: </span>}
          {notice.text}
        </Link>
        <p className="text-note text-soft">
          <RelativeTime at={notice.created_at} />
        </p>
      </div>
    </li>
  );
}
