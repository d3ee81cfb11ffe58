// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from './button';
import { EmptyState } from './empty-state';
import { Page } from './page';

/** What is not there, and what is not the reader's: they look alike. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} width="form">
      <EmptyState drawing="signpost" title={t('notFound.what')} action={<LinkButton to="/">{t('notFound.home')}</LinkButton>}>
        {t('notFound.why')}
      </EmptyState>
    </Page>
  );
}
