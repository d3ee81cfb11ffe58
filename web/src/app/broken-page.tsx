// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';

import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { NotFound } from '@/components/not-found';
import { Page } from '@/components/page';

/** The error boundary of every route: no failure of a page takes the rest of the window with it. */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <Page title={t('broken.title')} width="form">
      <EmptyState drawing="plug" title={t('broken.what')} action={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}>
        {t('broken.why')}
      </EmptyState>
    </Page>
  );
}
