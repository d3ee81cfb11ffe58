// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Drawing } from '@/components/drawings';
import { FailedState } from '@/components/failed-state';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { api } from '@/lib/api';

/** After registering: the next step is in the person's mail. */
export function CheckInbox({ email }: { email: string }) {
  const { t } = useTranslation('auth');
  const resend = api.useMutation('post', '/auth/verify-email/resend');
  const send = () => resend.mutate({ body: { email } });
  return (
    <Page title={t('inbox.title')} width="form">
      <Drawing name="letter" />
      <p className="mt-4">
        {t('inbox.sentTo')} <strong>{email}</strong>
      </p>
      <p className="mt-2 text-soft">{t('inbox.what')}</p>
      <div role="status" className="mt-6 flex flex-wrap items-center gap-4">
        {resend.isSuccess ? (
          <Badge state="done">{t('inbox.sentAgain')}</Badge>
        ) : (
          <Button onClick={send} pending={resend.isPending}>
            {t('inbox.resend')}
          </Button>
        )}
      </div>
      {resend.isError && (
        <div className="mt-4">
          <FailedState error={resend.error} />
        </div>
      )}
    </Page>
  );
}
