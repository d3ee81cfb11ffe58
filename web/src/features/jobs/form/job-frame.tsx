// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { Stepper } from '@/components/stepper';

export const jobSteps = ['subject', 'work', 'terms', 'publish'] as const;
export type JobStep = (typeof jobSteps)[number];

export const isJobStep = (step: string | null): step is JobStep => jobSteps.some((known) => known === step);

/** The page stays while its step changes, so the focus would stay on a button that is gone. */
const takeFocus = (step: HTMLElement | null): void => step?.focus({ preventScroll: true });

type JobFrameProps = {
  current: JobStep;
  done: readonly JobStep[];
  onGo: (step: JobStep) => void;
  summary: ReactNode;
  children: ReactNode;
};

/** The four steps of posting a job, with what it will cost at the side. */
export function JobFrame({ current, done, onGo, summary, children }: JobFrameProps) {
  const { t } = useTranslation('jobs');
  const steps = jobSteps.map((key) => ({ key, label: t(`step.${key}`) }));
  return (
    <Page title={t('form.title')} width="board">
      <Stepper label={t('form.steps')} steps={steps} current={current} done={done} onGo={(step) => isJobStep(step) && onGo(step)} summary={summary}>
        <div key={current} ref={takeFocus} role="group" aria-label={t(`step.${current}`)} tabIndex={-1} className="outline-none">
          {children}
        </div>
      </Stepper>
    </Page>
  );
}
