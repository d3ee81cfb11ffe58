// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { useFormState, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { CheckboxField } from '@/components/form/checkbox-field';
import { NumberField } from '@/components/form/number-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { rules } from '@/lib/rules.gen';

import { environmentParts } from './draft';
import type { FindingValues } from './finding-values';

const limits = rules.addFinding;

type PartProps = { control: Control<FindingValues> };
type Name = keyof FindingValues;

/** What helps where it is known. Each part is one line until it is opened, or has something in it. */
export function FindingMore({ control }: PartProps) {
  const { t } = useTranslation('findings');
  return (
    <section aria-label={t('more.title')}>
      <p className="mb-1 font-strong">{t('more.title')}</p>
      <p className="mb-3 text-small text-soft">{t('more.help')}</p>
      <Part control={control} title={t('more.where')} names={['url', 'preconditions', 'workaround']}>
        <TextField control={control} name="url" rules={limits.url} label={t('field.url')} type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        <TextAreaField control={control} name="preconditions" rules={limits.preconditions} label={t('field.preconditions')} help={t('more.preconditionsHelp')} rows={2} />
        <TextAreaField control={control} name="workaround" rules={limits.workaround} label={t('field.workaround')} rows={2} />
      </Part>
      <Part control={control} title={t('more.tries')} names={['tries_seen', 'tries_total']}>
        <p className="text-small text-soft">{t('more.triesHelp')}</p>
        <div className="flex flex-wrap gap-x-8 gap-y-5">
          <NumberField control={control} name="tries_seen" rules={limits.tries_seen} label={t('more.seen')} />
          <NumberField control={control} name="tries_total" rules={limits.tries_total} label={t('more.total')} />
        </div>
      </Part>
      <Part control={control} title={t('more.technical')} names={['console_excerpt', 'failing_request']}>
        <p className="text-small text-soft">{t('more.technicalHelp')}</p>
        <TextAreaField control={control} name="console_excerpt" rules={limits.console_excerpt} label={t('field.console_excerpt')} rows={3} />
        <TextAreaField control={control} name="failing_request" rules={limits.failing_request} label={t('field.failing_request')} rows={3} />
      </Part>
      <Part control={control} title={t('more.builds')} names={['first_seen_build', 'works_in_build']}>
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
          <TextField control={control} name="first_seen_build" rules={limits.first_seen_build} label={t('field.first_seen_build')} autoComplete="off" />
          <TextField control={control} name="works_in_build" rules={limits.works_in_build} label={t('field.works_in_build')} help={t('more.worksHelp')} autoComplete="off" />
        </div>
      </Part>
      <Part control={control} title={t('more.elsewhere')} names={['isElsewhere', 'environment']}>
        <Elsewhere control={control} />
      </Part>
    </section>
  );
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && value !== false;

type DisclosedProps = PartProps & { title: string; names: readonly Name[]; children: ReactNode };

/** Open to begin with when something stands in it; a field that is refused opens it, so that it can be found. */
function Part({ control, title, names, children }: DisclosedProps) {
  const values = useWatch({ control, name: names });
  const { errors } = useFormState({ control, name: names });
  const [wasFilled] = useState(() => names.some((name, at) => name !== 'environment' && isFilled(values[at])));
  const isRefused = names.some((name) => errors[name]);
  return (
    <Disclosure key={String(isRefused)} title={<span>{title}</span>} isOpen={wasFilled || isRefused}>
      <div className="flex flex-col gap-5">{children}</div>
    </Disclosure>
  );
}

/** Another device or browser than the rest of the work was done with. */
function Elsewhere({ control }: PartProps) {
  const { t } = useTranslation('findings');
  const { t: a } = useTranslation('assignments');
  const isElsewhere = useWatch({ control, name: 'isElsewhere' });
  return (
    <>
      <CheckboxField control={control} name="isElsewhere" label={t('more.isElsewhere')} />
      {isElsewhere && (
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
          {environmentParts.map((part) => (
            <TextField key={part} control={control} name={`environment.${part}`} rules={rules.saveSubmission.environment.fields[part]} label={a(`environment.${part}`)} autoComplete="off" spellCheck={false} />
          ))}
        </div>
      )}
    </>
  );
}
