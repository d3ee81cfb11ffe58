// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Panel } from '@/components/panel';
import { rowsOf } from '@/lib/paging';

import { DisputeList } from './dispute-list';
import { useDisputes, type DisputeLine } from './disputes-query';

/** For a board: the disputes of one side that are not closed. Who has none sees nothing of it. */
export function OpenDisputes({ side }: { side: NonNullable<DisputeLine['your_side']> }) {
  const { t } = useTranslation('disputes');
  const { data, error, isPending, refetch } = useDisputes();
  const open = rowsOf(data)?.filter(({ state, your_side }) => state !== 'closed' && your_side === side);
  if (isPending || open?.length === 0) return null;
  return (
    <Panel
      title={t('board.title')}
      aside={
        <Link to="/disputes" className="link inline-flex min-h-11 items-center text-small">
          {t('board.all')}
        </Link>
      }
    >
      <DisputeList label={t('board.title')} list={{ isPending, error, rows: open, retry: () => void refetch() }} empty={null} />
    </Panel>
  );
}
