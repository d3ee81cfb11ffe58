// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { cx } from '@/lib/cx';

type FirstRunProps = { hasProject: boolean; hasDraft: boolean };

/** The way to the first job: three steps, of which exactly one is next. */
export function FirstRun({ hasProject, hasDraft }: FirstRunProps) {
  const { t } = useTranslation('builder-board');
  const steps = [
    { key: 'project', isDone: hasProject, to: '/projects/new' },
    { key: 'job', isDone: hasDraft, to: '/jobs/new' },
    { key: 'publish', isDone: false, to: '/board?state=draft' },
  ] as const;
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="first-run" className="max-w-reading">
      <h2 id="first-run" className="text-lead">
        {t('first.title')}
      </h2>
      <p className="mt-1 mb-6 text-soft">{t('first.lead')}</p>
      <ol className="border-t border-line">
        {steps.map(({ key, isDone, to }) => {
          const isNext = key === next?.key;
          return (
            <li key={key} className="flex gap-4 border-b border-line py-5">
              <StateMark state={isDone ? 'done' : isNext ? 'yours' : 'waiting'} className="mt-1" />
              <div>
                <h3 className={cx(isNext ? 'font-strong' : 'font-plain', isDone && 'text-soft')}>{t(`first.${key}.title`)}</h3>
                {!isDone && <p className="text-small text-soft">{t(`first.${key}.text`)}</p>}
                {isNext && key !== 'publish' && (
                  <LinkButton to={to} kind="primary" className="mt-4">
                    {t(`first.${key}.action`)}
                  </LinkButton>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
