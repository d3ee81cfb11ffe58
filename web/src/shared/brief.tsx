// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { numbered } from '@/lib/numbered';

import { Facts } from './facts';
import { Prose } from './prose';

type BriefProps = {
  brief: string;
  steps: readonly Schema<'Step'>[];
  requirements: Schema<'Requirements'>;
};

/** What a tester is asked to do, and with what. */
export function Brief({ brief, steps, requirements }: BriefProps) {
  return (
    <div className="flex flex-col gap-6">
      <Prose text={brief} />
      {steps.length > 0 && <StepList steps={steps} />}
      <RequirementFacts requirements={requirements} />
    </div>
  );
}

export function StepList({ steps }: { steps: readonly Schema<'Step'>[] }) {
  const { t } = useTranslation('domain');
  return (
    <section>
      <h3 className="mb-2 font-strong">{t('brief.steps')}</h3>
      <ol className="flex max-w-reading flex-col">
        {numbered(steps).map(({ item: step, number }) => (
          <li key={number} className="flex gap-3 border-t border-line py-2">
            <span className="figures w-6 flex-none text-end font-mono text-small text-soft">{number}</span>
            <div className="min-w-0">
              <p dir="auto" className="break-words">{step.text}</p>
              {step.expected && (
                <p dir="auto" className="text-small break-words text-soft">
                  {t('brief.expected', { text: step.expected })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const list = (values: readonly string[] | undefined) => values?.join(', ');

/** What a tester has to bring along. */
export function RequirementFacts({ requirements }: { requirements: Schema<'Requirements'> }) {
  const { t } = useTranslation('domain');
  return (
    <Facts
      facts={[
        { label: t('needs.platforms'), value: requirements.platforms?.map((platform) => t(`platform.${platform}`)).join(', ') },
        { label: t('needs.devices'), value: list(requirements.devices) },
        { label: t('needs.os'), value: list(requirements.os) },
        { label: t('needs.browsers'), value: list(requirements.browsers) },
        { label: t('needs.locales'), value: list(requirements.locales) },
        { label: t('needs.countries'), value: list(requirements.countries) },
        { label: t('needs.skills'), value: list(requirements.skills) },
        { label: t('needs.level'), value: requirements.level && requirements.level !== 'any' && t(`levelNeeded.${requirements.level}`) },
        { label: t('needs.nda'), value: requirements.nda && t('ndaNeeded') },
        { label: t('needs.notes'), value: requirements.notes },
      ]}
    />
  );
}
