// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Panel } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { hasRole, meQuery, type User } from '@/lib/session';
import { Enrol } from '@/shared/second-factor/enrol';

import { DisableFactor } from './disable-factor';

/** A code from an authenticator app besides the password: whether it is on, and the way to change that. */
export function SecondFactor({ user }: { user: User }) {
  const { t } = useTranslation('account');
  const queryClient = useQueryClient();
  const [isEnrolling, setIsEnrolling] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const finish = async () => {
    await queryClient.invalidateQueries(meQuery());
    setIsEnrolling(false);
  };
  if (isEnrolling) {
    return (
      <Panel title={t('factor.title')}>
        <Enrol onDone={() => void finish()} />
      </Panel>
    );
  }
  return (
    <Panel title={t('factor.title')} aside={<Badge state={user.totp_enabled ? 'done' : 'waiting'}>{t(user.totp_enabled ? 'factor.on' : 'factor.off')}</Badge>}>
      <p className="mb-4 text-soft">{t(user.totp_enabled ? 'factor.onWhat' : 'factor.offWhat')}</p>
      {!user.totp_enabled && <Button onClick={() => setIsEnrolling(true)}>{t('factor.start')}</Button>}
      {user.totp_enabled && hasRole(user, 'admin') && <p className="text-small text-soft">{t('factor.adminsKeep')}</p>}
      {user.totp_enabled && !hasRole(user, 'admin') && (
        <Button kind="danger" onClick={() => setIsEnding(true)}>
          {t('factor.end')}
        </Button>
      )}
      {isEnding && <DisableFactor onClose={() => setIsEnding(false)} />}
    </Panel>
  );
}
