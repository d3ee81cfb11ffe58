// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { loginPath } from '@/lib/return-to';
import { api } from '@/lib/api';
import { endSession, type User } from '@/lib/session';
import { Enrol } from '@/shared/second-factor/enrol';

/** Between an administrator and the administration: a second factor, set up here and then used. */
export function FactorGate({ user }: { user: User }) {
  const { t } = useTranslation('admin');
  const queryClient = useQueryClient();
  const [isEnrolling, setIsEnrolling] = useState(false);
  if (user.totp_enabled && !isEnrolling) return <SignInAnew />;
  return (
    <Page title={t('gate.title')} lead={t('gate.lead')} width="form">
      {isEnrolling ? (
        <Enrol onDone={() => void queryClient.invalidateQueries().then(() => setIsEnrolling(false))} />
      ) : (
        <Button kind="primary" onClick={() => setIsEnrolling(true)} className="max-md:w-full">
          {t('gate.start')}
        </Button>
      )}
    </Page>
  );
}

/** The factor is there, but this session began without it. */
function SignInAnew() {
  const { t } = useTranslation('admin');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const logout = api.useMutation('post', '/auth/logout', {
    onSettled: () => {
      endSession();
      void navigate(loginPath(pathname + search), { replace: true });
    },
  });
  return (
    <Page title={t('gate.anew')} lead={t('gate.anewWhat')} width="form">
      <Button kind="primary" pending={logout.isPending} onClick={() => logout.mutate({})} className="max-md:w-full">
        {t('gate.login')}
      </Button>
    </Page>
  );
}
