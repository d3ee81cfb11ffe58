// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { configQuery } from '@/lib/config';

type LegalPageProps = { document: 'terms' | 'privacy' };

type Section = { title: string; text: string[] };

/** A legal text. It lives in locales/<language>/legal.json, where an operator adapts it. */
export function LegalPage({ document }: LegalPageProps) {
  const { t } = useTranslation('legal');
  const { data: config } = useQuery(configQuery());
  const site = config?.site_name ?? t('site');
  const sections: readonly Section[] = t(`${document}.sections`, { returnObjects: true, site });
  return (
    <Page title={t(`${document}.title`)} lead={t(`${document}.lead`, { site })} width="reading">
      <div className="flex flex-col gap-8">
        {sections.map((section) => (
          <section key={section.title}>
            <h2 className="mb-2 text-lead">{section.title}</h2>
            {section.text.map((paragraph) => (
              <p key={paragraph} className="mb-3">
                {paragraph}
              </p>
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}
