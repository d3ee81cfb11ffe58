// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';

import { LinkButton } from '@/components/button';
import { Page } from '@/components/page';
import { BuilderBoard } from '@/features/builder-board/builder-board';
import { hasRole, useSession } from '@/lib/session';

/** Where a person begins: what waits for them, by role. */
export function BoardPage() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  if (!hasRole(user, 'builder')) return <Navigate to="/settings" replace />;
  return (
    <Page
      title={t('board')}
      width="board"
      action={
        <LinkButton to="/jobs/new" kind="secondary">
          {t('postJob')}
        </LinkButton>
      }
    >
      <BuilderBoard />
    </Page>
  );
}
