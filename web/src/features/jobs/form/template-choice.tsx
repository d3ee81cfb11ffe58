// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import type { Schema } from '@/lib/api';
import { money } from '@/lib/format';

import type { Subject } from './subject-step';

type TemplateChoiceProps = {
  control: Control<Subject>;
  templates: readonly Schema<'Template'>[];
  /** Templates name no currency: their reward is a proposal in the one that the job begins with. */
  currency: string;
};

/** So many fit on a screen; the rest is one press away. */
const SHOWN = 5;

const row =
  'flex min-h-14 cursor-pointer items-start gap-3 border-b border-line px-3 py-3 hover:bg-well has-checked:bg-well has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent';

/** Ready-made jobs to begin with; every word of them can be changed. */
export function TemplateChoice({ control, templates, currency }: TemplateChoiceProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const [isAll, setIsAll] = useState(false);
  const { field } = useController({ control, name: 'template' });
  const choices = [
    { key: '', title: t('subject.blank'), summary: t('subject.blankWhat'), facts: null },
    ...templates.map(({ key, title, summary, service_type, reward_minor }) => ({
      key,
      title,
      summary,
      facts: { type: d(`serviceType.${service_type}`), reward: money(reward_minor, currency) },
    })),
  ];
  const shown = choices.filter(({ key }, at) => isAll || at <= SHOWN || key === field.value);
  return (
    <fieldset>
      <legend className="mb-2 font-strong">{t('subject.template')}</legend>
      <div className="border-t border-line">
        {shown.map((choice) => (
          <label key={choice.key} className={row}>
            <input {...field} type="radio" value={choice.key} checked={field.value === choice.key} className="mt-1 size-4 flex-none accent-accent outline-none" />
            <span className="min-w-0 grow">
              <span className="block font-strong">{choice.title}</span>
              <span className="block text-small text-soft">{choice.summary}</span>
              {choice.facts && <span className="block text-note text-soft">{choice.facts.type}</span>}
            </span>
            {choice.facts && <span className="figures text-small whitespace-nowrap">{choice.facts.reward}</span>}
          </label>
        ))}
      </div>
      {shown.length < choices.length && (
        <Button kind="quiet" onClick={() => setIsAll(true)} className="mt-2 -ms-4">
          {t('subject.showAll', { count: templates.length })}
        </Button>
      )}
    </fieldset>
  );
}
