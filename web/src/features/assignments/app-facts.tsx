// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { Prose } from '@/shared/prose';
import { WebAddress } from '@/shared/web-address';

/** What is tested and where it is. */
export function AppFacts({ terms }: { terms: Schema<'Terms'> }) {
  const { t } = useTranslation('domain');
  const platforms = rules.createProject.platforms.items.options.filter((platform) => terms.platforms.includes(platform));
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span dir="auto" className="font-strong">
          {terms.project_name}
        </span>{' '}
        <span className="text-soft">{platforms.map((platform) => t(`platform.${platform}`)).join(' · ')}</span>
      </p>
      {terms.app_url && <WebAddress url={terms.app_url} />}
      {terms.app_description && <Prose text={terms.app_description} />}
    </div>
  );
}
