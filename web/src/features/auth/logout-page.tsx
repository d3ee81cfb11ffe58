// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { api } from '@/lib/api';
import { endSession } from '@/lib/session';

/** Ends the session here at once, and says when the server has heard of it. */
export function LogoutPage() {
  const { t } = useTranslation('auth');
  const { mutate, isSuccess, isError, error } = api.useMutation('post', '/auth/logout');
  const isSent = useRef(false);

  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    endSession();
    mutate({});
  }, [mutate]);

  return (
    <Page title={t('logout.title')} width="form">
      <div role="status" className="flex min-h-24 flex-col items-start gap-6">
        {isSuccess && (
          <>
            <Badge state="done">{t('logout.done')}</Badge>
            <LinkButton to="/login">{t('logout.again')}</LinkButton>
          </>
        )}
        {isError && <FailedState error={error} onRetry={() => mutate({})} />}
      </div>
    </Page>
  );
}
