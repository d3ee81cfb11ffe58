// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '@/components/page';
import { Stepper } from '@/components/stepper';

import { isPlanStep, planSteps, type PlanStep } from './places';

/** The page stays while its step changes, so the focus would stay on a button that is gone. */
const takeFocus = (step: HTMLElement | null): void => step?.focus({ preventScroll: true });

type PlanFrameProps = {
  title: string;
  current: PlanStep;
  done: readonly PlanStep[];
  /** Steps that may be gone to, but need something yet. */
  open?: readonly PlanStep[];
  onGo: (step: PlanStep) => void;
  /** Where the text is kept; stays in sight. */
  keeping?: ReactNode;
  summary: ReactNode;
  children: ReactNode;
};

const NONE: readonly PlanStep[] = [];

/** The steps of a test plan that testers bid on, with its price at the side. */
export function PlanFrame({ title, current, done, open = NONE, onGo, keeping, summary, children }: PlanFrameProps) {
  const { t } = useTranslation('jobs');
  const steps = planSteps.map((key) => ({ key, label: t(`planStep.${key}`) }));
  return (
    <Page title={title} width="board" lead={keeping}>
      <Stepper label={t('plan.steps')} steps={steps} current={current} done={done} open={open} onGo={(step) => isPlanStep(step) && onGo(step)} summary={summary}>
        <div key={current} ref={takeFocus} role="group" aria-label={t(`planStep.${current}`)} tabIndex={-1} className="outline-none">
          {children}
        </div>
      </Stepper>
    </Page>
  );
}
