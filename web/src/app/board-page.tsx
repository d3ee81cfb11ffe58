// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { Page } from '@/components/page';
import { PageBones } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { recall, remember } from '@/lib/memory';
import { hasRole, useSession } from '@/lib/session';

const BuilderBoard = lazy(async () => ({ default: (await import('@/features/builder-board/builder-board')).BuilderBoard }));
const TesterBoard = lazy(async () => ({ default: (await import('@/features/tester-board/tester-board')).TesterBoard }));

const sides = ['builder', 'tester'] as const;
type Side = (typeof sides)[number];

/** The side that this person looked at last. */
const LAST_SIDE = 'peertest.board';

const sideOf = (text: string | null): Side | undefined => sides.find((side) => side === text);

/** Where a person begins: what waits for them, by role. Who has both switches. */
export function BoardPage() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const own = sides.filter((side) => hasRole(user, side));
  const wanted = sideOf(search.get('as')) ?? sideOf(recall(LAST_SIDE));
  const side = own.find((known) => known === wanted) ?? own[0];
  if (!side) return <Navigate to={hasRole(user, 'admin') ? '/admin' : '/settings'} replace />;
  const choose = (next: Side) => {
    remember(LAST_SIDE, next);
    setSearch({ as: next }, { replace: true });
  };
  const board = <Suspense fallback={<PageBones />}>{side === 'builder' ? <BuilderBoard /> : <TesterBoard />}</Suspense>;
  return (
    <Page title={t('board')} width="board" action={<BoardAction side={side} />}>
      {own.length === 1 ? (
        board
      ) : (
        <Tabs label={t('boardSide')} tabs={own.map((value) => ({ value, label: t(`boardAs.${value}`) }))} value={side} onChange={choose}>
          {board}
        </Tabs>
      )}
    </Page>
  );
}

function BoardAction({ side }: { side: Side }) {
  const { t } = useTranslation('shell');
  return <LinkButton to={side === 'builder' ? '/jobs/new' : '/jobs'}>{t(side === 'builder' ? 'postJob' : 'findJob')}</LinkButton>;
}
