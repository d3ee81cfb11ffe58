// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import { Badge, type State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { keep, kept } from '@/lib/kept';
import { ownPath } from '@/lib/return-to';
import { payoutAccountQuery } from '@/shared/assignments-query';
import { useRefresh } from '@/shared/use-refresh';

import { useOnboarding } from './use-onboarding';

type AccountState = Schema<'PayoutAccount'>['state'];

const marks: Record<AccountState, State> = { none: 'yours', pending: 'waiting', active: 'done', restricted: 'yours', rejected: 'problem' };
const SOON_MS = 2_000;
/** After this long the provider is looking at it by hand, and asking on would not help. */
const PATIENCE_MS = 60_000;

/** Where a person goes on to once they can be paid; kept while they are with the provider. */
const WAY_BACK = 'payout.return';

/** The account that money goes to: how it stands, and the way to set it up. */
export function PayoutAccount() {
  const { t } = useTranslation('earnings');
  const [search] = useSearchParams();
  const hasReturned = search.get('onboarding') === 'returned';
  const { data: account, error, isPending, refetch, isMoving } = useAccount(hasReturned);
  const way = useWayBack(search.get('return_to'));
  return (
    <Panel title={t('account.title')}>
      {isPending && <RowBones count={1} />}
      {error !== null && !account && <FailedState error={error} onRetry={() => void refetch()} />}
      {account && (
        <div role="status" className="flex flex-col items-start gap-3">
          <Badge state={isMoving ? 'waiting' : marks[account.state]}>{isMoving ? t('account.checking') : t(`account.state.${account.state}`)}</Badge>
          <p className="text-small text-soft">{isMoving ? t('account.checkingWhy') : t(`account.why.${account.state}`)}</p>
          {search.get('onboarding') === 'refresh' && account.state !== 'active' && <p className="text-small">{t('account.stale')}</p>}
          {!isMoving && account.state !== 'rejected' && account.state !== 'active' && <StartButton state={account.state} />}
          {account.state === 'active' && way && (
            <LinkButton to={way} kind="primary" onClick={() => keep(WAY_BACK, null)}>
              {t('account.goOn')}
            </LinkButton>
          )}
        </div>
      )}
    </Panel>
  );
}

/** The account; asked for again and again while the provider's word is on its way. */
function useAccount(hasReturned: boolean) {
  const refresh = useRefresh();
  const now = useNow();
  const [since] = useState(() => Date.now());
  const isWaitingFor = (state: AccountState | undefined) => hasReturned && (state === 'none' || state === 'pending') && now - since < PATIENCE_MS;
  const query = useQuery({ ...payoutAccountQuery(), refetchInterval: (present) => isWaitingFor(present.state.data?.state) && SOON_MS });
  const state = query.data?.state;
  useEffect(() => {
    if (hasReturned && state === 'active') void refresh(); // the session's user may be paid now, too
  }, [hasReturned, state, refresh]);
  return { ...query, isMoving: isWaitingFor(state) };
}

function useWayBack(wanted: string | null): string | null {
  const asked = wanted === null ? null : ownPath(wanted);
  useEffect(() => {
    if (asked) keep(WAY_BACK, asked);
  }, [asked]);
  return asked ?? kept<string>(WAY_BACK);
}

function StartButton({ state }: { state: 'none' | 'pending' | 'restricted' }) {
  const { t } = useTranslation('earnings');
  const onboarding = useOnboarding();
  return (
    <>
      {onboarding.error && <FailedState error={onboarding.error} />}
      {onboarding.isSlow && <p className="text-small">{t('account.slow')}</p>}
      <Button kind="primary" pending={onboarding.isPending} onClick={onboarding.start}>
        {t(state === 'none' ? 'account.start' : 'account.continue')}
      </Button>
    </>
  );
}
