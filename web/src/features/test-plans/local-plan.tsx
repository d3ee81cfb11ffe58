// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import type { Schema } from '@/lib/api';
import { loginPath } from '@/lib/return-to';

import { keepPlan, keptPlan } from './basket';
import { Configurator } from './configurator';
import { firstPlan } from './plan-model';

type LocalPlanProps = { config: Schema<'SiteConfig'>; isSignedIn: boolean };

/** A plan of someone who has no builder's account yet: it lives in this browser. */
export function LocalPlan({ config, isSignedIn }: LocalPlanProps) {
  const { t } = useTranslation('plans');
  const [start] = useState(() => keptPlan() ?? firstPlan(t('plan.first'), t('role.first'), config.currencies[0] ?? 'usd'));
  return (
    <Configurator
      start={start}
      config={config}
      onChange={keepPlan}
      keeping={
        <p className="text-small text-soft">
          {t('keep.here')}{' '}
          {!isSignedIn && (
            <a href={loginPath('/pricing')} className="link">
              {t('keep.login')}
            </a>
          )}
        </p>
      }
      action={() => (
        <LinkButton to={isSignedIn ? '/settings' : '/register?role=builder&return_to=/pricing'} kind="primary" className="md:w-full">
          {t(isSignedIn ? 'keep.becomeBuilder' : 'keep.register')}
        </LinkButton>
      )}
    />
  );
}
