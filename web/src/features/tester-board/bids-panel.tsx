// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Panel } from '@/components/panel';
import { StateMark } from '@/components/state-mark';
import { rowsOf } from '@/lib/paging';
import { BidList } from '@/shared/bid-list';
import { isOpenBid, useMyBids } from '@/shared/bids-query';
import { useMyInvitations } from '@/shared/invitations-query';

const SHOWN = 5;

/** Bids that wait for the tester, and how many builders ask for one. */
export function BidsPanel() {
  const { t } = useTranslation('tester-board');
  const { data, error, isPending, refetch } = useMyBids();
  const { data: invitations } = useMyInvitations();
  const open = rowsOf(data)?.filter(isOpenBid);
  const mine = open?.filter(({ turn }) => turn === 'tester');
  const asked = rowsOf(invitations)?.length ?? 0;
  return (
    <Panel
      title={t('bids.title')}
      aside={
        <span className="flex flex-wrap gap-x-6 text-small">
          {asked > 0 && (
            <Link to="/invitations" className="link inline-flex min-h-11 items-center">
              {t('bids.asked', { count: asked })}
            </Link>
          )}
          <Link to="/bids" className="link inline-flex min-h-11 items-center">
            {t('bids.all', { count: open?.length ?? 0 })}
          </Link>
        </span>
      }
    >
      <BidList
        label={t('bids.title')}
        side="tester"
        list={{ isPending, error, rows: mine?.slice(0, SHOWN), retry: () => void refetch() }}
        empty={
          <p className="flex items-start gap-2 text-soft">
            <StateMark state="done" className="mt-1" />
            {t('bids.none')}
          </p>
        }
      />
    </Panel>
  );
}
