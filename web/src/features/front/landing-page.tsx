// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { PageTitle } from '@/components/page';

import { HeldMoney } from './held-money';
import { MiniPlan } from './mini-plan';
import { OpenJobs } from './open-jobs';

/** The whole idea in one screen, laid out like the front page of a paper. */
export function LandingPage() {
  const { t } = useTranslation('front');
  return (
    <div className="mx-auto w-full max-w-board px-4 md:px-6">
      <PageTitle>{t('landing.tabTitle')}</PageTitle>
      <section className="grid gap-x-12 gap-y-8 py-8 lg:grid-cols-[7fr_5fr] lg:py-10">
        <div>
          <h1 tabIndex={-1} className="text-title md:text-display">
            {t('landing.title')}
          </h1>
          <p className="mt-4 max-w-reading text-lead text-soft">{t('landing.lead')}</p>
        </div>
        <div className="grid content-end gap-6 md:grid-cols-2">
          <Side title={t('landing.builders.title')} text={t('landing.builders.text')}>
            <LinkButton to="/register?role=builder" kind="primary" className="w-full">
              {t('landing.builders.start')}
            </LinkButton>
          </Side>
          <Side title={t('landing.testers.title')} text={t('landing.testers.text')}>
            <LinkButton to="/register?role=tester" className="w-full">
              {t('landing.testers.start')}
            </LinkButton>
          </Side>
        </div>
      </section>
      <div className="grid border-t border-line lg:grid-cols-[5fr_4fr_3fr] lg:divide-x lg:divide-line">
        <OpenJobs />
        <MiniPlan />
        <HeldMoney />
      </div>
    </div>
  );
}

type SideProps = { title: string; text: string; children: ReactNode };

function Side({ title, text, children }: SideProps) {
  return (
    <section className="flex flex-col">
      <h2 className="font-strong">{title}</h2>
      <p className="mt-1 mb-4 grow text-small text-soft">{text}</p>
      {children}
    </section>
  );
}
