// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

import { StateMark } from './state-mark';

export type Step = { key: string; label: string };

type StepperProps = {
  label: string;
  steps: readonly Step[];
  current: string;
  /** Steps that are filled in and may be gone back to. */
  done: readonly string[];
  /** Steps that may be gone to, but need something yet. */
  open?: readonly string[];
  onGo: (key: string) => void;
  /** What was entered so far; at the side on a wide screen, below on a phone. */
  summary: ReactNode;
  children: ReactNode;
};

const NONE: readonly string[] = [];

/** A long form in steps. */
export function Stepper({ label, steps, current, done, open = NONE, onGo, summary, children }: StepperProps) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,var(--container-form))_var(--container-side)] lg:gap-16">
      <div className="max-w-form">
        <nav aria-label={label}>
          <ol className="mb-8 flex flex-wrap gap-x-6 border-b border-line">
            {steps.map((step, at) => (
              <li key={step.key}>
                <StepLink step={step} number={at + 1} isCurrent={step.key === current} isDone={done.includes(step.key)} isOpen={open.includes(step.key)} onGo={onGo} />
              </li>
            ))}
          </ol>
        </nav>
        {children}
      </div>
      <aside className="lg:sticky lg:top-6 lg:self-start">{summary}</aside>
    </div>
  );
}

type StepLinkProps = { step: Step; number: number; isCurrent: boolean; isDone: boolean; isOpen: boolean; onGo: (key: string) => void };

function StepLink({ step, number, isCurrent, isDone, isOpen, onGo }: StepLinkProps) {
  const { t } = useTranslation();
  const isReachable = (isDone || isOpen) && !isCurrent;
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      disabled={!isReachable && !isCurrent}
      onClick={() => isReachable && onGo(step.key)}
      className={cx(
        '-mb-px flex min-h-11 items-center gap-2 border-b-2',
        isCurrent ? 'border-ink font-strong' : 'border-transparent text-soft',
        isReachable && 'hover:text-ink',
      )}
    >
      {isDone && !isCurrent ? <StateMark state="done" /> : <span className="figures">{number}</span>}
      <span className={cx(!isCurrent && 'max-md:sr-only')}>{step.label}</span>
      {isDone && !isCurrent && <span className="sr-only">{t('stepDone')}</span>}
    </button>
  );
}
