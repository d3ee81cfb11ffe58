// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';

import { Facts } from './facts';

const both = (name?: string, version?: string) => [name, version].filter(Boolean).join(' ');

/** What something was seen on, as far as it is known. */
export function EnvironmentView({ environment }: { environment: Schema<'Environment'> }) {
  const { t } = useTranslation('domain');
  return (
    <Facts
      facts={[
        { label: t('environment.device'), value: environment.device },
        { label: t('environment.os'), value: both(environment.os, environment.os_version) },
        { label: t('environment.browser'), value: both(environment.browser, environment.browser_version) },
        { label: t('environment.viewport'), value: environment.viewport },
        { label: t('environment.pixel_ratio'), value: environment.pixel_ratio },
        { label: t('environment.locale'), value: environment.locale },
        { label: t('environment.time_zone'), value: environment.time_zone },
        { label: t('environment.network'), value: environment.network },
        { label: t('environment.build'), value: environment.build },
      ]}
    />
  );
}
